package io.coachflow.console.coach;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.rest.CompletionResponse;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * What became of a ready brief.
 *
 * @param name the business's name; null if it has none
 * @param weak the answers about which the coach would have asked back
 */
record BriefResult(String sessionId, @Nullable String name, Rating rating, List<Turn> weak) {

	BriefResult {
		weak = List.copyOf(weak);
	}

	static BriefResult of(CompletionResponse made) {
		List<Step> weak = Objects.requireNonNullElse(made.weak(), List.of());
		return new BriefResult(made.sessionId(), (made.brief() != null) ? made.brief().businessName() : null,
				Rating.of(made.confidenceScore()), weak.stream().map((step) -> turn(step.id(), made)).toList());
	}

	private static Turn turn(String step, CompletionResponse made) {
		Map<String, Double> scores = made.confidenceScores();
		return new Turn(step, made.answers().getOrDefault(step, ""), Rating.of(scores.getOrDefault(step, 0.0)),
				List.of(), "", false);
	}

	/** The browser's drafts that are sent now. */
	public String drafts() {
		return String.join(" ", BriefForm.steps().stream().map((step) -> "brief." + step).toList());
	}

}
