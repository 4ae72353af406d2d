package io.coachflow.app.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A ready brief becomes a completed session and its package in one call.
 */
@OnSharedCoachflow
class FromBriefE2E {

	private static final String PATH = Caller.COACHING + "/from-brief";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	FromBriefE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@Test
	void fiveAnswersAreACompletedSessionAndItsPackage() throws Exception {
		Answer made = this.demo.post(PATH, body(answers()), "Accept-Language", "fr");

		assertThat(made.status()).isEqualTo(200);
		assertThat(made.field("status")).isEqualTo("completed");
		assertThat(made.json().at("/brief/business_name").asString()).isEqualTo("Teranga Table");
		assertThat(made.json().get("weak").isArray()).isTrue();
		String session = made.field("session_id");
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(7)
			.startsWith("io.coachflow.session.started")
			.endsWith("io.coachflow.session.completed");
		assertThat(this.demo.session(session).json().get("answers").size()).isEqualTo(5);
		await().until(() -> this.demo.get(Caller.COACHING + "/session/" + session + "/package")
			.field("status")
			.equals("complete"));
	}

	@Test
	void theScoresAreThoseOfASessionStepByStep() {
		Answer made = this.demo.post(PATH, body(answers()));
		String session = this.demo.start(Map.of("business_name", "Teranga Table", "sector", "restaurant"))
			.field("session_id");
		answers().values().forEach((answer) -> this.demo.step(session, answer));

		assertThat(made.json().get("confidence_scores"))
			.isEqualTo(this.demo.session(session).json().get("confidence_scores"));
	}

	@Test
	void oneKeyIsOneSession() throws Exception {
		Answer first = this.demo.post(PATH, body(answers()), "Idempotency-Key", "from-brief-1");
		await().until(() -> this.demo.get(Caller.COACHING + "/session/" + first.field("session_id") + "/package")
			.field("status")
			.equals("complete"));
		Answer again = this.demo.post(PATH, body(answers()), "Idempotency-Key", "from-brief-1");

		assertThat(again.text()).isEqualTo(first.text());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(EventLogReader.names(this.coachflow, first.field("session_id"))).hasSize(7);
	}

	@Test
	void aBriefThatLacksAnAnswerIsRefused() {
		for (String lacking : CoachingSessionE2E.STEPS) {
			Map<String, String> answers = answers();
			answers.remove(lacking);
			Answer refused = this.demo.post(PATH, body(answers));
			assertRefused(refused, 400, "INVALID_REQUEST");
			assertThat(refused.field("message")).contains("answers." + lacking);
			answers.put(lacking, " ");
			assertRefused(this.demo.post(PATH, body(answers)), 400, "INVALID_REQUEST");
		}
		assertRefused(this.demo.post(PATH, Map.of()), 400, "INVALID_REQUEST");
		assertRefused(this.demo.post(PATH, Map.of("answers", List.of("x"))), 400, "INVALID_REQUEST");
		assertRefused(this.coachflow.stranger().post(PATH, body(answers())), 401, "UNAUTHORIZED");
	}

	private static Map<String, ?> body(Map<String, String> answers) {
		return Map.of("business_name", "Teranga Table", "sector", "restaurant", "answers", answers);
	}

	private static Map<String, String> answers() {
		Map<String, String> answers = new LinkedHashMap<>();
		CoachingSessionE2E.STEPS.forEach((step) -> answers.put(step, "We cook 300 lunches a day in Dakar for " + step));
		return answers;
	}

}
