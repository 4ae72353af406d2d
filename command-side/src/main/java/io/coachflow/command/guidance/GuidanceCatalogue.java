package io.coachflow.command.guidance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Step;
import io.coachflow.text.Sectors;
import io.coachflow.text.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The scripted texts: one file per language and sector under {@code guidance/} on the
 * class path, and {@code coach.yaml} for what does not depend on the sector.
 */
final class GuidanceCatalogue {

	private static final List<String> LANGUAGES = List.of("en", "fr");

	private final Map<String, Map<String, SectorGuidance>> sectors = new HashMap<>();

	private final Map<String, CoachTexts> coach = new HashMap<>();

	private final Sectors names = Sectors.load();

	private final String version;

	private GuidanceCatalogue() {
		List<byte[]> files = new ArrayList<>();
		YAMLMapper mapper = new YAMLMapper();
		for (String language : LANGUAGES) {
			Map<String, SectorGuidance> texts = new HashMap<>();
			for (String sector : this.names.keys()) {
				texts.put(sector, mapper.readValue(read(language, sector, files), SectorGuidance.class)
					.checked(language + "/" + sector));
			}
			this.sectors.put(language, texts);
			this.coach.put(language,
					mapper.readValue(read(language, "coach", files), CoachTexts.class).checked(language));
		}
		this.version = Sha256.ofBytes(files.toArray(byte[][]::new)).substring(0, 12);
	}

	/**
	 * Reads every file.
	 * @throws IllegalStateException if a file is missing or incomplete, naming it
	 */
	static GuidanceCatalogue load() {
		return new GuidanceCatalogue();
	}

	/** Twelve hexadecimal digits that change with any text. */
	String version() {
		return this.version;
	}

	/** The sector whose texts fit the client's words; {@code general} if none does. */
	String sectorOf(@Nullable String words) {
		return (words != null) ? this.names.of(words) : Sectors.GENERAL;
	}

	StepTexts step(String language, String sector, Step step) {
		SectorGuidance texts = texts(texts(this.sectors, language, "language"), sector, "sector");
		return Objects.requireNonNull(texts.steps().get(step), "Checked when read");
	}

	/** Everything that the coach may say at a step, in every language and sector. */
	List<String> everything(Step step) {
		List<String> everything = new ArrayList<>();
		for (String language : LANGUAGES) {
			this.names.keys().forEach((sector) -> everything.addAll(step(language, sector, step).all()));
			everything.addAll(coach(language).all(step));
		}
		return everything;
	}

	CoachTexts coach(String language) {
		return texts(this.coach, language, "language");
	}

	private static <T> T texts(Map<String, T> texts, String key, String what) {
		T found = texts.get(key);
		if (found == null) {
			throw new IllegalArgumentException("There is no guidance for the " + what + " " + key);
		}
		return found;
	}

	private static byte[] read(String language, String file, List<byte[]> files) {
		String path = "/guidance/" + language + "/" + file + ".yaml";
		try (InputStream in = GuidanceCatalogue.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The guidance file " + path + " is missing");
			}
			byte[] bytes = in.readAllBytes();
			files.add(bytes);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the guidance file " + path, ex);
		}
	}

	record SectorGuidance(String sector, Map<Step, StepTexts> steps) {

		SectorGuidance checked(String file) {
			for (Step step : Step.values()) {
				StepTexts texts = this.steps.get(step);
				if (texts == null || texts.examples().size() != 3 || texts.questions().isEmpty()) {
					throw new IllegalStateException("The guidance file " + file
							+ " needs a message, three examples and questions for the step " + step.id());
				}
			}
			return this;
		}

	}

	record StepTexts(String message, List<String> examples, List<String> questions) {

		List<String> all() {
			return Stream.of(List.of(this.message), this.examples, this.questions).flatMap(List::stream).toList();
		}

	}

}
