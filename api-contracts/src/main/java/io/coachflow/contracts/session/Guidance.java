package io.coachflow.contracts.session;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the coach showed, word for word, and where it came from.
 *
 * @param step the step it belongs to; absent once all are answered
 * @param language {@code en} or {@code fr}
 * @param source who wrote it: {@code scripted}
 * @param catalogueVersion the version of the scripted texts
 * @param sector the sector whose texts were chosen; {@code general} where none is known
 * @param message what to answer next, or the question that asks for more
 * @param examples answers that others might give
 * @param questions questions that help to answer
 */
public record Guidance(@Nullable Step step, String language, String source,
		@JsonProperty("catalogue_version") String catalogueVersion, String sector, String message,
		List<String> examples, List<String> questions) {

	/** The source of texts from the catalogue. */
	public static final String SCRIPTED = "scripted";

	public Guidance {
		examples = List.copyOf(examples);
		questions = List.copyOf(questions);
	}

}
