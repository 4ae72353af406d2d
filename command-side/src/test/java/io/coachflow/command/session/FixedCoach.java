package io.coachflow.command.session;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.coachflow.command.guidance.Coach;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * A coach with predictable results: an answer begins with its own score, such as
 * {@code "0.80 We bake bread"}, and the messages name what was requested.
 */
final class FixedCoach implements Coach {

	@Override
	public Confidence assess(Step step, String answer, Collection<String> earlierAnswers) {
		double score = Double.parseDouble(answer.substring(0, 4));
		return new Confidence(score, score, score, score, earlierAnswers.contains(answer) ? 0 : 1);
	}

	@Override
	public Guidance guide(Step step, @Nullable String sector, String language) {
		return guidance(step, sector, language, "answer " + step.id());
	}

	@Override
	public Guidance clarify(Step step, Confidence confidence, @Nullable String sector, String language, int asked) {
		return guidance(step, sector, language,
				"more on " + step.id() + " than " + confidence.score() + ", asked " + asked);
	}

	@Override
	public Guidance repeated(Step step, @Nullable String sector, String language, int asked) {
		return guidance(step, sector, language, step.id() + " was said before, asked " + asked);
	}

	@Override
	public Guidance close(@Nullable String sector, String language) {
		return guidance(null, sector, language, "all answered");
	}

	private static Guidance guidance(@Nullable Step step, @Nullable String sector, String language, String message) {
		return new Guidance(step, language, Guidance.SCRIPTED, "0123456789ab",
				Objects.requireNonNullElse(sector, "general"), message, List.of("an example"), List.of("a question?"));
	}

}
