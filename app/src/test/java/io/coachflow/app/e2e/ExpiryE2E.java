package io.coachflow.app.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sessions that live for two seconds, and a coach that asks back.
 */
class ExpiryE2E {

	private static final String GOOD = "In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis with 40 employees and serve 40,000 guests a year.";

	private static final String STARTED = "io.coachflow.session.started";

	private static final String ANSWERED = "io.coachflow.session.step-answered";

	private static final String EXPIRED = "io.coachflow.session.expired";

	private static final String RESUMED = "io.coachflow.session.resumed";

	private static RunningCoachflow coachflow;

	private static Caller demo;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of("coachflow.session.ttl", "PT2S", "coachflow.session.expiry-sweep",
				"PT1S", "coachflow.coach.minimum-confidence", "0.4"));
		demo = coachflow.demo();
	}

	@AfterAll
	static void stop() throws Exception {
		PublishedSchemas.assertKeptByAndStop(coachflow);
	}

	@Test
	void anExpiredSessionSaysSoAndIsRevivedWhereItStood() throws Exception {
		String session = demo.startedSession();
		demo.step(session, GOOD);
		Thread.sleep(Duration.ofMillis(2_100));

		Answer late = demo.step(session, GOOD);
		assertThat(late.status()).isEqualTo(404);
		assertThat(late.field("error")).isEqualTo("SESSION_EXPIRED");
		assertThat(demo.complete(session).field("error")).isEqualTo("SESSION_EXPIRED");
		assertThat(demo.session(session).field("status")).isEqualTo("expired");

		Answer revived = demo.start(Map.of("session_id", session));
		assertThat(revived.status()).isEqualTo(200);
		assertThat(revived.field("current_step")).isEqualTo("mission");
		assertThat(revived.field("status")).isEqualTo("in_progress");
		assertThat(revived.json().at("/progress/vision").asBoolean()).isTrue();
		assertThat(demo.session(session).field("status")).isEqualTo("in_progress");
		assertThat(demo
			.step(session,
					"We cook every day for 300 guests in Dakar because honest food keeps families together at lunch.")
			.status()).isEqualTo(200);

		assertThat(EventLogReader.names(coachflow, session)).startsWith(STARTED, ANSWERED, EXPIRED, RESUMED, ANSWERED);
	}

	@Test
	void anAbandonedSessionIsSweptIntoTheLog() throws Exception {
		String session = demo.startedSession();

		List<String> names = EventLogReader.names(coachflow, session);
		for (int i = 0; i < 100 && names.size() < 2; i++) {
			Thread.sleep(100);
			names = EventLogReader.names(coachflow, session);
		}

		assertThat(names).containsExactly(STARTED, EXPIRED);
		assertThat(demo.get(Caller.COACHING + "/sessions")
			.json()
			.get("sessions")
			.valueStream()
			.filter((one) -> one.get("session_id").asString().equals(session))
			.map((one) -> one.get("status").asString())).containsExactly("expired");
	}

	@Test
	void aCompletedSessionDoesNotExpire() throws Exception {
		String session = demo.startedSession();
		List<String> answers = List.of(GOOD,
				"Our mission: every day we cook healthy Senegalese lunches for 300 office workers in Dakar because good food gives strength.",
				"Our customers are 25 to 40 year old employees of banks in Dakar-Plateau who spend 3,000 francs on lunch, 4 days a week.",
				"Unlike the 9 competitors nearby, only we buy from 12 local farmers and serve in 8 minutes; no other place does.",
				"We sell a daily menu at 2,500 francs, a monthly subscription at 45,000 francs and delivery in 30 minutes by phone.");
		answers.forEach(
				(answer) -> assertThat(demo.step(session, answer).json().get("is_step_complete").asBoolean()).isTrue());
		Thread.sleep(Duration.ofMillis(3_500));

		assertThat(demo.session(session).field("status")).isEqualTo("completed");
		assertThat(demo.complete(session).status()).isEqualTo(200);
		assertThat(EventLogReader.names(coachflow, session)).doesNotContain(EXPIRED);
	}

	@Test
	void aWeakAnswerGetsAQuestionBackAndTheStepStays() throws Exception {
		String session = demo.startedSession();

		Answer asked = demo.step(session, "Be good.");

		assertThat(asked.status()).isEqualTo(200);
		assertThat(asked.field("current_step")).isEqualTo("vision");
		assertThat(asked.field("coach_message")).endsWith("?");
		assertThat(asked.json().get("is_step_complete").asBoolean()).isFalse();
		assertThat(asked.json().get("confidence_score").asDouble()).isBetween(0.0, 0.4);
		assertThat(asked.json().at("/progress/vision").asBoolean()).isFalse();
		assertThat(demo.step(session, GOOD).field("current_step")).isEqualTo("mission");
		assertThat(EventLogReader.names(coachflow, session)).startsWith(STARTED,
				"io.coachflow.session.clarification-requested", ANSWERED);
	}

	@Test
	void anAnswerThatWasAskedBackIsFoundByItsWords() {
		String session = demo.startedSession();
		assertThat(demo.step(session, "Zanzibar").json().get("is_step_complete").asBoolean()).isFalse();
		demo.step(session, GOOD);
		Caller auditor = coachflow.caller("auditor", "coaching:audit");

		await().untilAsserted(() -> {
			for (String word : List.of("zanzibar", "restaurants")) {
				assertThat(auditor.get("/api/v1/audit/sessions?q=" + word).text()).as(word).contains(session);
			}
		});
	}

}
