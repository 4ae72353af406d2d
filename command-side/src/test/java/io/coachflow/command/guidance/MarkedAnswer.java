package io.coachflow.command.guidance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An answer of the corpus under {@code ask-back/}.
 *
 * @param language {@code en} or {@code fr}: that of the session
 * @param kind what kind of answer it is among those of its mark
 * @param reason why a coach marks it so
 * @param earlier the accepted answers to the steps before
 */
record MarkedAnswer(Step step, String language, String sector, Mark mark, String kind, String reason,
		List<String> earlier, String text) {

	MarkedAnswer(Step step, String language, String sector, Mark mark, String kind, String reason,
			@Nullable List<String> earlier, String text) {
		this.step = step;
		this.language = language;
		this.sector = sector;
		this.mark = mark;
		this.kind = kind;
		this.reason = reason;
		this.earlier = Objects.requireNonNullElse(earlier, List.of());
		this.text = text;
	}

	/**
	 * Reads one half of the corpus.
	 * @param half {@code tuning} or {@code held}
	 */
	static List<MarkedAnswer> read(String half) {
		YAMLMapper mapper = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		try (InputStream in = Objects
			.requireNonNull(MarkedAnswer.class.getResourceAsStream("/ask-back/" + half + ".yaml"))) {
			return mapper.readValue(in, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	enum Mark {

		/** Nothing to work with: the coach asks back. */
		@JsonProperty("weak")
		WEAK,

		/** On the question, but general: either is right. */
		@JsonProperty("fair")
		FAIR,

		/** The coach goes on. */
		@JsonProperty("good")
		GOOD

	}

}
