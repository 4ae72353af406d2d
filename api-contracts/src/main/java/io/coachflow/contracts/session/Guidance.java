package io.coachflow.contracts.session;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the coach showed, word for word, and its origin.
 *
 * @param step the step it belongs to; null once all are answered
 * @param language {@code en} or {@code fr}
 * @param source who wrote the message and the questions: {@code scripted} or
 * {@code model}
 * @param catalogueVersion the version of the scripted texts, from which the examples
 * always come
 * @param sector the sector whose texts were chosen; {@code general} if none is known
 * @param message what to answer next, or the question that asks for more
 * @param examples answers that others might give
 * @param questions questions that help to answer
 * @param model the model that wrote it; null for scripted texts
 * @param promptVersion the version of the model's prompt; null likewise
 */
public record Guidance(@Nullable Step step, String language, String source,
		@JsonProperty("catalogue_version") String catalogueVersion, String sector, String message,
		List<String> examples, List<String> questions, @Nullable String model,
		@JsonProperty("prompt_version") @Nullable String promptVersion) {

	/** The source of texts from the catalogue. */
	public static final String SCRIPTED = "scripted";

	/** The source of a language model's texts. */
	public static final String MODEL = "model";

	public Guidance {
		examples = List.copyOf(examples);
		questions = List.copyOf(questions);
	}

	/** Guidance without a model. */
	public Guidance(@Nullable Step step, String language, String source, String catalogueVersion, String sector,
			String message, List<String> examples, List<String> questions) {
		this(step, language, source, catalogueVersion, sector, message, examples, questions, null, null);
	}

	/** The same guidance with a model's message and questions. */
	public Guidance inWordsOf(Review review, String message, List<String> questions) {
		return new Guidance(this.step, this.language, MODEL, this.catalogueVersion, this.sector, message, this.examples,
				questions, review.model(), review.promptVersion());
	}

}
