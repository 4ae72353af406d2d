package io.coachflow.console.operations;

import java.util.List;

import io.coachflow.contracts.rest.DeadLetterOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskedTests {

	@Test
	void aQuestionIsAboutWhatIsThere() {
		Asked asked = Asked.aboutProjection(Question.REBUILD, "funnel", List
			.of(Samples.projection("session-list", "live", 0, null), Samples.projection("funnel", "live", 0, null)));
		assertThat(asked.isGone()).isFalse();
		assertThat(asked.projection().name()).isEqualTo("funnel");
	}

	@Test
	void whatIsNotThereAnyMoreIsGone() {
		assertThat(Asked.aboutProjection(Question.REBUILD, "funnel", List.of()).isGone()).isTrue();
		LetterTable letters = LetterTable.of(Samples.letters("funnel", null), null);
		assertThat(Asked.aboutLetters(Question.RETRY, "letter-2", letters.rows()).isGone()).isTrue();
		assertThat(Asked.aboutLetters(Question.RETRY, "letter-1", letters.rows()).isGone()).isFalse();
	}

	@Test
	void aRetryThatGotStuckIsToldApart() {
		assertThat(Outcome.of(Question.RETRY, new DeadLetterOutcome("funnel", 2, 0)).key())
			.isEqualTo("operations.done.retry");
		assertThat(Outcome.of(Question.RETRY, new DeadLetterOutcome("funnel", 2, 1)).key())
			.isEqualTo("operations.done.stuck");
		assertThat(Outcome.of(Question.DISCARD, new DeadLetterOutcome("funnel", 2, 0)).key())
			.isEqualTo("operations.done.discard");
	}

}
