package io.coachflow.console.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every bundle is read, names its texts after its feature, and quotes as its format does.
 */
class MessageBundlesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	@ParameterizedTest
	@MethodSource("bundles")
	void theKeysBeginWithTheNameOfTheirBundle(String bundle) {
		String feature = bundle.substring(bundle.lastIndexOf('/') + 1);

		assertThat(texts(bundle + ".properties").stringPropertyNames())
			.allSatisfy((key) -> assertThat(key).startsWith(feature + "."));
	}

	/** In a text with arguments a single apostrophe would quote what follows it. */
	@ParameterizedTest
	@MethodSource("bundles")
	void textsWithArgumentsDoubleTheirApostrophes(String bundle) {
		for (String language : List.of("", "_fr")) {
			texts(bundle + language + ".properties").forEach((key, text) -> {
				if (text.toString().matches("(?s).*\\{\\d.*")) {
					assertThat(text.toString().replace("''", "")).as("%s%s", key, language).doesNotContain("'");
				}
			});
		}
	}

	@Test
	void everyBundleIsRead() throws IOException {
		try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
			assertThat(files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.contains("_fr"))
				.map((name) -> "messages/" + name.replace(".properties", "")))
				.containsExactlyInAnyOrder(WebParts.BUNDLES);
		}
	}

	static String[] bundles() {
		return WebParts.BUNDLES;
	}

	private static Properties texts(String file) {
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
			Properties texts = new Properties();
			texts.load(reader);
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
