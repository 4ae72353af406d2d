package io.coachflow.command.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.coachflow.contracts.session.Step;
import io.coachflow.text.Sectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is said to people who are stuck, in one language. The files explain the
 * placeholders.
 *
 * @param ours the business in the user's mouth, if it has no name yet
 * @param yours the same in the coach's
 * @param in a known town
 * @param here an unknown town in the user's mouth
 * @param there the same in the coach's
 * @param blank what stands for an answer that cannot be quoted
 * @param proposal the title of each proposal
 * @param asked the message after a question of the user
 * @param hinted the sentence about the user's hint
 * @param more what a short text lacks
 * @param fillers what can go wherever it stands
 * @param asides what can go at the beginning of a sentence and between commas
 * @param joins before which a new sentence may begin, where one of the persons follows
 */
record PartnerTexts(String ours, String yours, String in, String here, String there, String quote, String blank,
		String proposal, String asked, String hinted, Map<Step, StepTexts> steps, String more,
		Map<String, SectorWords> sectors, List<String> fillers, List<String> asides, List<String> joins,
		List<String> persons) {

	/** Their number at each step. */
	static final int PROPOSALS = 4;

	private static final List<String> LANGUAGES = List.of("en", "fr");

	private static final int OPENINGS = 3;

	private static final int QUESTIONS = 2;

	/**
	 * Reads the texts of every language.
	 * @return by language
	 * @throws IllegalStateException if a file is missing, malformed or incomplete, naming
	 * it
	 */
	static Map<String, PartnerTexts> load() {
		YAMLMapper mapper = YAMLMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
			.build();
		return LANGUAGES.stream()
			.collect(Collectors.toUnmodifiableMap(Function.identity(), (language) -> read(mapper, language)));
	}

	private static PartnerTexts read(YAMLMapper mapper, String language) {
		String path = "/partner/" + language + ".yaml";
		try (InputStream in = PartnerTexts.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The texts " + path + " are missing");
			}
			return mapper.readValue(in, PartnerTexts.class).checked(path);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("The texts " + path + " are malformed", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the texts " + path, ex);
		}
	}

	PartnerTexts checked(String path) {
		for (Step step : Step.values()) {
			StepTexts texts = this.steps.get(step);
			if (texts == null || texts.openings().size() != OPENINGS || texts.proposals().size() != PROPOSALS
					|| texts.rounds().size() < 2
					|| texts.rounds().stream().anyMatch((round) -> round.questions().size() != QUESTIONS)) {
				throw new IllegalStateException(
						path + " needs three openings, four proposals, and rounds of two questions for " + step.id());
			}
		}
		if (!this.sectors.keySet().equals(Sectors.load().keys())) {
			throw new IllegalStateException(path + " needs the words of every sector");
		}
		return this;
	}

	StepTexts step(Step step) {
		return Objects.requireNonNull(this.steps.get(step), "Checked when read");
	}

	SectorWords sector(String key) {
		return Objects.requireNonNull(this.sectors.get(key), "Checked when read");
	}

	/**
	 * The texts of a step.
	 *
	 * @param openings beginnings of an answer, whatever the business
	 * @param message what the coach says before its questions
	 */
	record StepTexts(List<String> openings, String message, List<Round> rounds, List<Draft> proposals,
			Missing missing) {
	}

	/**
	 * What is asked at one time.
	 *
	 * @param about words of a question that this round comes close to
	 */
	record Round(List<String> about, List<String> questions, List<String> choices) {
	}

	record Draft(String title, String text, String why) {
	}

	/** What a text may lack. */
	record Missing(String figure, String name, String subject) {
	}

	/**
	 * The words of a sector.
	 *
	 * @param work what such a business does, as a verb
	 */
	record SectorWords(String products, String customers, String work, String place) {
	}

}
