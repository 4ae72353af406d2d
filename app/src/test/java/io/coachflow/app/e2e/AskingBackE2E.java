package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The coach as it comes: it asks back after weak answers, twice at most.
 */
class AskingBackE2E {

	private static final String GOOD = "In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year.";

	private static final String ASKED_BACK = "io.coachflow.session.clarification-requested";

	private static final String ANSWERED = "io.coachflow.session.step-answered";

	private static RunningCoachflow coachflow;

	private static Caller demo;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of("coachflow.coach.minimum-confidence", RunningCoachflow.DEFAULT));
		demo = coachflow.demo();
	}

	@AfterAll
	static void stop() throws Exception {
		PublishedSchemas.assertKeptByAndStop(coachflow);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void aWeakAnswerIsAskedBackTwiceAndThenTaken(String language) throws Exception {
		String session = demo.startedSession();
		String opening = demo.start(Map.of("session_id", session), "Accept-Language", language).field("coach_message");

		Answer first = asked(demo.step(session, "Ok", "Accept-Language", language), "vision");
		Answer second = asked(demo.step(session, "Yes, ok.", "Accept-Language", language), "vision");
		Answer third = demo.step(session, "Ok then", "Accept-Language", language);

		assertThat(List.of(opening, first.field("coach_message"), second.field("coach_message")))
			.doesNotHaveDuplicates();
		assertThat(third.json().get("is_step_complete").asBoolean()).isTrue();
		assertThat(third.field("current_step")).isEqualTo("mission");
		assertThat(third.json().get("confidence_score").asDouble()).isLessThan(0.35);
		assertThat(demo.session(session).json().at("/answers/vision").asString()).isEqualTo("Ok then");
		assertThat(demo.session(session).json().at("/confidence/vision").asDouble()).isLessThan(0.35);
		assertThat(EventLogReader.names(coachflow, session)).endsWith(ASKED_BACK, ASKED_BACK, ANSWERED);
	}

	@Test
	void theSameTextThreeTimesFillsOneStep() throws Exception {
		String session = demo.startedSession();

		assertThat(demo.step(session, GOOD).field("current_step")).isEqualTo("mission");
		Answer again = asked(demo.step(session, GOOD), "mission");
		Answer andAgain = asked(demo.step(session, " " + GOOD + " "), "mission");

		assertThat(andAgain.field("coach_message")).isNotEqualTo(again.field("coach_message"));
		assertThat(demo.session(session).json().get("answers").propertyNames()).containsExactly("vision");
		assertThat(EventLogReader.names(coachflow, session)).endsWith(ANSWERED, ASKED_BACK, ASKED_BACK);
	}

	@Test
	void aRetryIsNoSecondAnswer() throws Exception {
		String session = demo.startedSession();

		Answer asked = demo.step(session, "Ok", "Idempotency-Key", "asking-back");
		Answer retried = demo.step(session, "Ok", "Idempotency-Key", "asking-back");

		assertThat(retried.text()).isEqualTo(asked.text());
		assertThat(EventLogReader.names(coachflow, session)).containsOnlyOnce(ASKED_BACK);
	}

	@Test
	void aSessionWithWeakAnswersEndsAllTheSame() {
		String session = demo.startedSession();

		for (int i = 0; i < 15; i++) {
			assertThat(demo.step(session, "Hm " + i).status()).isEqualTo(200);
		}

		assertThat(demo.complete(session).field("status")).isEqualTo("completed");
	}

	@Test
	void theAnswersInTheReadmeAreGoodEnough() throws IOException {
		String session = demo.startedSession();
		List<String> answers = Pattern.compile("^  \"(.*)\"", Pattern.MULTILINE)
			.matcher(Files.readString(Path.of("../README.md")))
			.results()
			.map((found) -> found.group(1))
			.toList();

		assertThat(answers).hasSize(5)
			.allSatisfy((answer) -> assertThat(demo.step(session, answer).json().get("is_step_complete").asBoolean())
				.isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u200B", "\u3164\u3164", " \uFEFF\u2800 " })
	void aTextThatShowsNothingIsBlank(String invisible) throws Exception {
		String session = demo.startedSession();

		assertRefused(demo.step(session, invisible), 400, "INVALID_REQUEST");
		assertThat(EventLogReader.names(coachflow, session)).hasSize(1);
		assertThat(demo.step(session, GOOD + invisible).json().get("is_step_complete").asBoolean()).isTrue();
	}

	private static Answer asked(Answer answer, String step) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("is_step_complete").asBoolean()).isFalse();
		assertThat(answer.field("current_step")).isEqualTo(step);
		assertThat(answer.json().at("/progress/" + step).asBoolean()).isFalse();
		assertThat(answer.field("coach_message")).contains("?");
		return answer;
	}

}
