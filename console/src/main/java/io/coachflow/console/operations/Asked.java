package io.coachflow.console.operations;

import java.util.List;

import io.coachflow.contracts.rest.ProjectionView;
import org.jspecify.annotations.Nullable;

/**
 * A question with what it is about, as the API tells it at this moment and not as the
 * address says. Without either it is about something that is not there any more.
 */
record Asked(Question question, String target, @Nullable ProjectionView projection, @Nullable LetterRow letter) {

	static Asked aboutProjection(Question question, String name, List<ProjectionView> projections) {
		ProjectionView projection = projections.stream()
			.filter((it) -> it.name().equals(name))
			.findFirst()
			.orElse(null);
		return new Asked(question, name, projection, null);
	}

	static Asked aboutLetters(Question question, String id, List<LetterRow> letters) {
		LetterRow letter = letters.stream().filter((it) -> it.view().id().equals(id)).findFirst().orElse(null);
		return new Asked(question, id, null, letter);
	}

	public boolean isGone() {
		return this.projection == null && this.letter == null;
	}

}
