package io.coachflow.console.coach;

import io.coachflow.contracts.session.SessionStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationTests {

	@Test
	void anAnswerHasTheReasonOfItsScore() {
		Conversation talk = talk("Now your mission?", SessionLog.of(Samples.answered()), "en");
		assertThat(talk.turn("vision").orElseThrow().rating().reasons()).containsExactly("coach.reason.length.high",
				"coach.reason.relevance.low");
		assertThat(talk.coach().askingBack()).isFalse();
		assertThat(talk.stepNumber()).isEqualTo(2);
	}

	@Test
	void withoutItsHistoryAnAnswerHasItsScoreAlone() {
		Conversation talk = talk("Now your mission?", SessionLog.EMPTY, "en");
		assertThat(talk.turn("vision").orElseThrow().rating()).isEqualTo(Rating.of(0.82));
	}

	@Test
	void theCoachAsksBackUntilSomethingElseIsSaid() {
		SessionLog log = SessionLog.of(Samples.askedBack());
		assertThat(talk(Samples.QUESTION, log, "en").coach().askingBack()).isTrue();
		assertThat(talk("Now your mission, again?", log, "en").coach().askingBack()).isFalse();
	}

	@Test
	void anAnswerThatWasAskedBackCanGoOn() {
		Conversation talk = talk(Samples.QUESTION, SessionLog.of(Samples.askedBack()), "en");
		assertThat(AnswerBox.next(talk).text()).isEqualTo("We cook.");
		assertThat(AnswerBox.next(talk("Now?", SessionLog.EMPTY, "en")).text()).isEmpty();
	}

	@Test
	void theGuidanceComesInTheUsersLanguage() {
		SessionLog log = SessionLog.of(Samples.answered());
		assertThat(talk("Now your mission?", log, "fr").coach().message()).isEqualTo("Et votre mission ?");
		assertThat(talk("Now your mission?", log, "en").coach().message()).isEqualTo("Now your mission?");
	}

	@Test
	void aQuestionAskedBackStaysAsItWasAsked() {
		Conversation talk = talk(Samples.QUESTION, SessionLog.of(Samples.askedBack()), "fr");
		assertThat(talk.coach().message()).isEqualTo(Samples.QUESTION);
		assertThat(talk.coach().language()).isEqualTo("en");
		assertThat(talk.coach().choices()).hasSize(1);
	}

	@Test
	void aCorrectionChangesItsAnswer() {
		SessionLog log = SessionLog.of(Samples.corrected());
		assertThat(log.changedSince("vision", 3)).isTrue();
		assertThat(log.changedSince("vision", 4)).isFalse();
		assertThat(log.changedSince("mission", 0)).isFalse();
		assertThat(log.accepted("vision").orElseThrow().revised()).isTrue();
	}

	private static Conversation talk(String message, SessionLog log, String language) {
		return Conversation.of(Samples.session(SessionStatus.IN_PROGRESS, message), log,
				Samples.resumed("Et votre mission ?"), language);
	}

}
