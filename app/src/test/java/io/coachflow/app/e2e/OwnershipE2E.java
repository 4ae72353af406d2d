package io.coachflow.app.e2e;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session is its owner's alone: others are refused, and neither change, renew nor learn
 * anything.
 */
@OnSharedCoachflow
class OwnershipE2E {

	private static final String NAME = "Secret Garden Ltd";

	private static final String SAID = "Nobody else may read that we open in Thies.";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller thief;

	OwnershipE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.thief = coachflow.caller("demo2", "coaching");
	}

	@Test
	void aForeignSessionIsRefusedOnEveryEndpoint() throws SQLException {
		String session = this.demo.start(Map.of("business_name", NAME)).field("session_id");
		this.demo.step(session, SAID);
		Answer before = this.demo.session(session);

		everyCall(this.thief, session).forEach((refused) -> assertForbiddenAndSilent(refused, "mission"));

		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(2);
		Answer after = this.demo.session(session);
		assertThat(after.text()).isEqualTo(before.text());
		assertThat(Instant.parse(after.field("expires_at"))).isEqualTo(before.field("expires_at"));
		assertThat(this.thief.get(Caller.COACHING + "/sessions?limit=100").text()).doesNotContain(session, NAME);
	}

	@Test
	void aCompletedOrDeletedForeignSessionIsRefusedToo() throws SQLException {
		String session = this.demo.startedSession();
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(session, SAID + step));
		everyCall(this.thief, session).forEach((refused) -> assertForbiddenAndSilent(refused, "completed"));
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(7);

		this.demo.delete(Caller.COACHING + "/session/" + session);
		everyCall(this.thief, session).forEach((refused) -> assertForbiddenAndSilent(refused, "deleted"));
		assertThat(EventLogReader.names(this.coachflow, session)).hasSize(8);
	}

	@Test
	void anExpiredForeignSessionIsNeitherRevivedNorToldOf() throws IOException, InterruptedException, SQLException {
		try (RunningCoachflow hasty = RunningCoachflow
			.start(Map.of("coachflow.session.ttl", "PT1S", "coachflow.session.expiry-sweep", "PT1H"))) {
			Caller owner = hasty.demo();
			String session = owner.start(Map.of("business_name", NAME)).field("session_id");
			Thread.sleep(1_500);

			everyCall(hasty.caller("demo2", "coaching"), session)
				.forEach((refused) -> assertForbiddenAndSilent(refused, "expired"));

			assertThat(EventLogReader.names(hasty, session)).containsExactly("io.coachflow.session.started");
			assertRefused(owner.step(session, SAID), 404, "SESSION_EXPIRED");
			assertRefused(owner.complete(session), 404, "SESSION_EXPIRED");
			assertThat(owner.session(session).field("status")).isEqualTo("expired");
			assertThat(EventLogReader.names(hasty, session)).containsExactly("io.coachflow.session.started",
					"io.coachflow.session.expired");
		}
	}

	@Test
	void aSessionThatNobodyHasIsUnknownOnEveryEndpoint() {
		everyCall(this.demo, UUID.randomUUID().toString())
			.forEach((refused) -> assertRefused(refused, 404, "SESSION_NOT_FOUND"));
	}

	@Test
	void theSameIdempotencyKeyOfTwoUsersIsTwoKeys() throws SQLException {
		String key = UUID.randomUUID().toString();

		Answer mine = this.demo.start(Map.of("business_name", NAME), "Idempotency-Key", key);
		Answer theirs = this.thief.start(Map.of("business_name", "Other"), "Idempotency-Key", key);

		assertThat(mine.status()).isEqualTo(200);
		assertThat(theirs.status()).isEqualTo(200);
		assertThat(theirs.header("Idempotency-Replayed")).isEmpty();
		assertThat(theirs.field("session_id")).isNotEqualTo(mine.field("session_id"));

		String stepKey = UUID.randomUUID().toString();
		Answer answered = this.demo.step(mine.field("session_id"), SAID, "Idempotency-Key", stepKey);
		assertForbiddenAndSilent(this.thief.step(mine.field("session_id"), SAID, "Idempotency-Key", stepKey),
				"mission");
		Answer again = this.demo.step(mine.field("session_id"), SAID, "Idempotency-Key", stepKey);
		assertThat(again.text()).isEqualTo(answered.text());
		assertThat(EventLogReader.names(this.coachflow, mine.field("session_id"))).hasSize(2);
	}

	private static List<Answer> everyCall(Caller caller, String session) {
		return List.of(caller.start(Map.of("session_id", session)), caller.step(session, "Mine now."),
				caller.step(session, "Mine now.", "If-Match", "\"7\""),
				caller.post(Caller.COACHING + "/step",
						Map.of("session_id", session, "user_response", "x", "step", "offre")),
				caller.post(Caller.COACHING + "/help", Map.of("session_id", session)),
				caller.post(Caller.COACHING + "/proposals", Map.of("session_id", session)),
				caller.post(Caller.COACHING + "/reformulate", Map.of("session_id", session, "text", "Mine now.")),
				caller.complete(session),
				caller.send("POST", Caller.COACHING + "/complete?session_id=" + session, null, Map.of()),
				caller.session(session),
				caller.start(Map.of("session_id", session), "Idempotency-Key", UUID.randomUUID().toString()),
				caller.delete(Caller.COACHING + "/session/" + session));
	}

	private static void assertForbiddenAndSilent(Answer refused, String unsaid) {
		assertRefused(refused, 403, "FORBIDDEN");
		assertThat(refused.text()).doesNotContain(NAME, SAID, unsaid);
		assertThat(refused.header("ETag")).isEmpty();
		assertThat(refused.header("Content-Language")).isEmpty();
	}

}
