package io.coachflow.command.businesspackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words from which a brief is inferred, in one language.
 *
 * @param sectors what to call a business without a name, by sector
 * @param nouns nouns for a business, folded
 * @param introductions words that introduce a name: {@code called}
 * @param fillers words that may stand between noun and introduction: {@code will be}
 * @param links small words inside a name: {@code and}
 */
record BriefTexts(Map<String, String> sectors, Set<String> nouns, Set<String> introductions, Set<String> fillers,
		Set<String> links) {

	/**
	 * Reads the texts from {@code brief/} on the class path.
	 * @throws IllegalStateException if the file is missing
	 */
	static BriefTexts load(String language) {
		String path = "/brief/" + language + ".yaml";
		try (InputStream in = BriefTexts.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The file " + path + " is missing");
			}
			return YAMLMapper.builder()
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
				.build()
				.readValue(in, BriefTexts.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + path, ex);
		}
	}

}
