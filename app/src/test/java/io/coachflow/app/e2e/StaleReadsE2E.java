package io.coachflow.app.e2e;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every connection to PostgreSQL is cut again and again while people write and read.
 * Whoever was told of a step reads nothing older than it.
 */
@OnSharedCoachflow
class StaleReadsE2E {

	private static final int ROUNDS = 12;

	private final RunningCoachflow coachflow;

	private final Caller demo;

	StaleReadsE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
	}

	@Test
	void afterAnAcknowledgedStepNobodyReadsWhatWasBefore() throws Exception {
		List<String> stale = new ArrayList<>();
		int read = 0;
		try (Scissors scissors = new Scissors(this.coachflow)) {
			for (int round = 0; round < ROUNDS; round++) {
				String session = accepted(() -> this.demo.start(Map.of())).field("session_id");
				for (String step : CoachingSessionE2E.STEPS.subList(0, 4)) {
					Answer told = accepted(() -> this.demo.step(session, "We cook in Dakar for " + step));
					scissors.cutAll();
					Answer answer = this.demo.session(session);
					if (isKnown(answer)) {
						read++;
						if (!answer.header("ETag").equals(told.header("ETag"))) {
							stale.add(told.header("ETag") + " was told, then " + answer);
						}
					}
				}
			}
		}
		assertThat(stale).isEmpty();
		// PostgreSQL takes new connections all the time
		assertThat(read).isGreaterThan(ROUNDS * 4 / 2);
	}

	@Test
	void theListShowsEveryAcknowledgedStep() throws Exception {
		List<String> stale = new ArrayList<>();
		try (Scissors scissors = new Scissors(this.coachflow)) {
			for (int round = 0; round < ROUNDS; round++) {
				String session = accepted(() -> this.demo.start(Map.of())).field("session_id");
				Answer told = accepted(() -> this.demo.step(session, "We cook in Dakar"));
				scissors.cutAll();
				Answer answer = this.demo.get(Caller.COACHING + "/sessions?limit=1");
				JsonNode first = answer.json().at("/sessions/0");
				if (isKnown(answer) && !(first.path("session_id").asString("").equals(session)
						&& first.path("sequence").asLong() == told.json().get("sequence").asLong())) {
					stale.add(told + " was told, then " + answer);
				}
			}
		}
		assertThat(stale).isEmpty();
	}

	/**
	 * A list that a projection does not keep up: what its user wrote is shown all the
	 * same.
	 */
	@Test
	void theListIsRightWhileItsProjectionStandsStill() throws Exception {
		Caller other = this.coachflow.caller("demo2", "coaching");
		String kept = other.startedSession();
		String deleted = other.startedSession();
		await().until(() -> other.get(Caller.COACHING + "/sessions?limit=2").text().contains(kept));
		try (Connection hold = this.coachflow.database(); Statement statement = hold.createStatement()) {
			hold.setAutoCommit(false);
			statement.execute("SELECT FROM session_list FOR UPDATE");
			statement.execute("SELECT FROM session_list_b FOR UPDATE");

			assertThat(other.step(kept, "We cook in Dakar").status()).isEqualTo(200);
			assertThat(other.delete(Caller.COACHING + "/session/" + deleted).status()).isEqualTo(204);
			JsonNode sessions = other.get(Caller.COACHING + "/sessions?limit=2").json().get("sessions");

			assertThat(sessions.at("/0/session_id").asString()).isEqualTo(kept);
			assertThat(sessions.at("/0/current_step").asString()).isEqualTo("mission");
			assertThat(sessions.toString()).doesNotContain(deleted);
		}
	}

	/**
	 * What cannot be known is said to be so in the one error shape, with when to come
	 * again.
	 */
	private static boolean isKnown(Answer answer) {
		if (answer.status() == 200) {
			return true;
		}
		assertRefused(answer, 503, "SERVICE_UNAVAILABLE");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		return false;
	}

	private static Answer accepted(Supplier<Answer> call) {
		return await().pollInterval(Duration.ofMillis(20)).until(call::get, (answer) -> answer.status() == 200);
	}

	/** Cuts the application's connections, while its own stays. */
	private static final class Scissors implements AutoCloseable {

		private final Connection connection;

		private final PreparedStatement cut;

		Scissors(RunningCoachflow coachflow) throws SQLException, IOException {
			this.connection = coachflow.superuser();
			this.cut = this.connection
				.prepareStatement("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'coachflow'");
		}

		void cutAll() throws SQLException {
			this.cut.executeQuery().close();
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

}
