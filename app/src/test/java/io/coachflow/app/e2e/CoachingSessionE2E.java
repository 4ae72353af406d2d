package io.coachflow.app.e2e;

import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session from the first call to the last, as a client lives it.
 */
@OnSharedCoachflow
class CoachingSessionE2E {

	static final List<String> STEPS = List.of("vision", "mission", "clientele", "differentiation", "offre");

	private static final String ANSWER = "In five years we run 3 restaurants in Dakar and serve 40,000 guests a year.";

	private final Caller demo;

	private final RunningCoachflow coachflow;

	CoachingSessionE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@Test
	void fiveAnswersInOrderCompleteASession() {
		Answer started = this.demo.start(Map.of("business_name", "Teranga Table", "sector", "restaurant"));

		assertThat(started.status()).isEqualTo(200);
		assertThat(started.field("status")).isEqualTo("initialized");
		assertThat(started.field("current_step")).isEqualTo("vision");
		assertThat(started.json().get("examples").size()).isEqualTo(3);
		assertThat(started.json().get("next_questions").size()).isPositive();
		assertThat(started.json().get("is_step_complete").asBoolean()).isFalse();
		assertThat(started.json().get("confidence_score").asDouble()).isZero();
		assertThat(started.header("ETag")).isEqualTo("\"0\"");

		String session = started.field("session_id");
		String before = started.field("coach_message");
		for (int i = 0; i < STEPS.size(); i++) {
			Answer answer = this.demo.step(session, ANSWER + " Step " + STEPS.get(i) + ".");
			boolean last = i + 1 == STEPS.size();
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(answer.field("current_step")).isEqualTo(last ? "completed" : STEPS.get(i + 1));
			assertThat(answer.field("status")).isEqualTo(last ? "completed" : "in_progress");
			assertThat(answer.field("coach_message")).isNotEqualTo(before);
			assertThat(answer.json().get("is_step_complete").asBoolean()).isTrue();
			assertThat(answer.json().get("confidence_score").asDouble()).isBetween(0.01, 1.0);
			assertThat(answer.json().get("sequence").asInt()).isEqualTo(last ? 6 : i + 1);
			assertThat(progress(answer)).isEqualTo(i + 1);
			before = answer.field("coach_message");
		}

		Answer completed = this.demo.complete(session);
		assertThat(completed.status()).isEqualTo(200);
		assertThat(completed.field("status")).isEqualTo("completed");
		assertThat(this.demo.complete(session).text()).isEqualTo(completed.text());
		assertThat(this.demo.step(session, ANSWER).field("error")).isEqualTo("INVALID_STEP");
	}

	@Test
	void aSessionCompletesByQueryParameterToo() {
		String session = this.demo.startedSession();

		Answer tooEarly = this.demo.send("POST", Caller.COACHING + "/complete?session_id=" + session, null, Map.of());
		assertThat(tooEarly.status()).isEqualTo(400);
		assertThat(tooEarly.field("error")).isEqualTo("INVALID_STEP");
		STEPS.forEach((step) -> this.demo.step(session, ANSWER + step));

		assertThat(this.demo.send("POST", Caller.COACHING + "/complete?session_id=" + session, null, Map.of()).status())
			.isEqualTo(200);
	}

	@Test
	void aWriterReadsItsOwnWriteAtOnce() {
		for (int i = 0; i < 20; i++) {
			String session = this.demo.startedSession();
			assertThat(
					this.demo.get(Caller.COACHING + "/sessions?limit=1").json().at("/sessions/0/session_id").asString())
				.isEqualTo(session);
			Answer answer = this.demo.step(session, ANSWER + i);
			Answer read = this.demo.session(session);
			assertThat(read.json().at("/answers/vision").asString()).isEqualTo(ANSWER + i);
			assertThat(read.json().get("sequence")).isEqualTo(answer.json().get("sequence"));
			assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
		}
	}

	@Test
	void aResumedSessionGetsItsOwnStepAndProgress() {
		String session = this.demo.startedSession();
		Answer answered = this.demo.step(session, ANSWER);

		Answer resumed = this.demo.start(Map.of("session_id", session));

		assertThat(resumed.field("current_step")).isEqualTo("mission");
		assertThat(resumed.field("coach_message")).isEqualTo(answered.field("coach_message"));
		assertThat(resumed.json().get("progress")).isEqualTo(answered.json().get("progress"));
		assertThat(resumed.json().get("is_step_complete").asBoolean()).isFalse();
		assertThat(resumed.json().get("sequence").asInt()).isEqualTo(1);
	}

	@Test
	void theCoachSpeaksEnglishOrFrench() {
		Answer french = this.demo.start(Map.of("sector", "technologie"), "Accept-Language", "fr-SN,fr;q=0.9,en;q=0.5");
		Answer english = this.demo.start(Map.of("sector", "technologie"));
		Answer german = this.demo.start(Map.of("sector", "technologie"), "Accept-Language", "de");

		assertThat(french.header("Content-Language")).isEqualTo("fr");
		assertThat(english.header("Content-Language")).isEqualTo("en");
		assertThat(german.header("Content-Language")).isEqualTo("en");
		assertThat(french.field("coach_message")).isNotEqualTo(english.field("coach_message"));
		assertThat(german.field("coach_message")).isEqualTo(english.field("coach_message"));
	}

	@Test
	void theSectorChoosesTheExamples() {
		Answer restaurant = this.demo.start(Map.of("sector", "Restaurant"));
		Answer farm = this.demo.start(Map.of("sector", "farm"));

		assertThat(restaurant.json().get("examples")).isNotEqualTo(farm.json().get("examples"));
	}

	@Test
	void aListIsPagedNewestFirst() {
		Caller other = this.coachflow.caller("demo2", "coaching");
		for (int i = 0; i < 5; i++) {
			other.start(Map.of("business_name", "Page " + i));
		}

		JsonNode first = other.get(Caller.COACHING + "/sessions?limit=2").json();
		JsonNode second = other.get(Caller.COACHING + "/sessions?limit=2&cursor=" + first.get("next_cursor").asString())
			.json();

		assertThat(first.at("/sessions/0/business_name").asString()).isEqualTo("Page 4");
		assertThat(first.at("/sessions/1/business_name").asString()).isEqualTo("Page 3");
		assertThat(second.at("/sessions/0/business_name").asString()).isEqualTo("Page 2");
		assertThat(second.at("/sessions/1/business_name").asString()).isEqualTo("Page 1");
		assertThat(other.get(Caller.COACHING + "/sessions?limit=0").status()).isEqualTo(400);
		assertThat(other.get(Caller.COACHING + "/sessions?limit=x").status()).isEqualTo(400);
		assertThat(other.get(Caller.COACHING + "/sessions?cursor=%2A%2A").status()).isEqualTo(400);
	}

	@Test
	void aDeletedSessionIsGoneForItsOwnerAndStaysInTheLog() throws Exception {
		String session = this.demo.startedSession();

		assertThat(this.demo.delete(Caller.COACHING + "/session/" + session).status()).isEqualTo(204);

		assertThat(this.demo.session(session).field("error")).isEqualTo("SESSION_NOT_FOUND");
		assertThat(this.demo.step(session, ANSWER).field("error")).isEqualTo("SESSION_NOT_FOUND");
		assertThat(this.demo.start(Map.of("session_id", session)).status()).isEqualTo(404);
		assertThat(this.demo.delete(Caller.COACHING + "/session/" + session).status()).isEqualTo(404);
		assertThat(this.demo.get(Caller.COACHING + "/sessions").text()).doesNotContain(session);
		assertThat(EventLogReader.names(this.coachflow, session)).containsExactly("io.coachflow.session.started",
				"io.coachflow.session.deleted");
	}

	@Test
	void ifMatchGuardsAnAnswer() {
		String session = this.demo.startedSession();

		Answer stale = this.demo.step(session, ANSWER, "If-Match", "\"7\"");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.field("error")).isEqualTo("CONFLICT");
		assertThat(this.demo.step(session, ANSWER, "If-Match", "\"0\"").status()).isEqualTo(200);
		assertThat(this.demo.step(session, ANSWER, "If-Match", "*").status()).isEqualTo(200);
	}

	private static long progress(Answer answer) {
		return answer.json().get("progress").valueStream().filter(JsonNode::asBoolean).count();
	}

}
