package io.coachflow.console.history;

import java.util.List;

import io.coachflow.console.history.StateChange.Value;
import io.coachflow.contracts.rest.HistoryDiff;
import io.coachflow.contracts.rest.HistoryDiff.Change;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateChangeTests {

	@Test
	void whatMattersComesFirstAndWhatRepeatsIsLeftOut() {
		assertThat(changes(new Change("updated_at", "a", "b"), new Change("sequence", 0, 1),
				new Change("coach_message", "Vision?", "Mission?"), new Change("answers.vision", null, "We cook."),
				new Change("current_step", "vision", "mission"), new Change("progress.vision", false, true)))
			.extracting((change) -> change.field().label())
			.containsExactly("history.field.current_step", "history.field.answers", "history.field.coach_message");
	}

	@Test
	void aStepsAnswerIsNamedByItsStep() {
		StateChange change = changes(new Change("answers.vision", "We cook.", "We bake.")).getFirst();
		assertThat(change.field()).isEqualTo(new Fact("history.field.answers", "history.step.vision", "vision"));
		assertThat(change.before()).extracting(Value::words).extracting(Passage::text).isEqualTo("We cook.");
		assertThat(change.after()).extracting(Value::words).extracting(Passage::text).isEqualTo("We bake.");
	}

	@Test
	void namesOfTheApiHaveWords() {
		StateChange change = changes(new Change("status", "initialized", "in_progress")).getFirst();
		assertThat(change.after()).extracting(Value::key).isEqualTo("history.status.in_progress");
	}

	@Test
	void anAnswerThatReadsLikeANameIsText() {
		StateChange change = changes(new Change("answers.vision", null, "completed")).getFirst();
		assertThat(change.before()).isNull();
		assertThat(change.after()).extracting(Value::key).isNull();
	}

	@Test
	void aListIsALineForEach() {
		StateChange change = changes(new Change("examples", List.of("One.", "Two."), null)).getFirst();
		assertThat(change.before()).extracting(Value::words).extracting(Passage::text).isEqualTo("One.\nTwo.");
		assertThat(change.after()).isNull();
	}

	@Test
	void aFieldThatIsNotKnownIsNamedAsItIs() {
		assertThat(changes(new Change("mood.today", 1, 2)).getFirst().field())
			.isEqualTo(new Fact("history.field", null, "mood.today"));
	}

	private static List<StateChange> changes(Change... changes) {
		return StateChange.of(new HistoryDiff(Histories.SESSION, 0, 1, List.of(), List.of(changes)));
	}

}
