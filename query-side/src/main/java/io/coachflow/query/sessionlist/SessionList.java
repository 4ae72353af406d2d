package io.coachflow.query.sessionlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.rest.Steps;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.FindDueSessions;
import io.coachflow.contracts.session.SessionStatus;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.recent.RecentWrites;
import org.axonframework.queryhandling.QueryHandler;
import io.coachflow.query.paging.SessionCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the live slot of the table {@code session_list}.
 */
@Component
class SessionList {

	/** For how long a reader waits until the list shows what it just wrote. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final long POLL_MILLIS = 10;

	private final JdbcClient jdbc;

	private final SessionListModel model;

	private final RecentWrites recentWrites;

	private final Clock clock;

	SessionList(JdbcClient jdbc, SessionListModel model, RecentWrites recentWrites, Clock clock) {
		this.jdbc = jdbc;
		this.model = model;
		this.recentWrites = recentWrites;
		this.clock = clock;
	}

	/**
	 * A user's sessions, newest first.
	 * @param after where the page before ended; absent for the first page
	 * @param limit how many at most
	 */
	List<SessionSummary> page(String userId, @Nullable SessionCursor after, int limit) throws InterruptedException {
		// A rebuild may change it meanwhile, to one that is not as far yet
		String table = this.model.liveTable();
		awaitOwnWrites(userId, table);
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				SELECT * FROM %s
				WHERE user_id = :user AND phase <> 'deleted'
				  AND (:time::timestamptz IS NULL OR (started_at, session_id) < (:time, :id))
				ORDER BY started_at DESC, session_id DESC LIMIT :limit""".formatted(table))
			.param("user", userId)
			.param("time", (after != null) ? after.startedAt().atOffset(ZoneOffset.UTC) : null)
			.param("id", (after != null) ? after.sessionId() : "")
			.param("limit", limit)
			.query((row, _) -> summary(row, now))
			.list();
	}

	@QueryHandler
	List<String> handle(FindDueSessions query) {
		return this.jdbc.sql("""
				SELECT session_id FROM %s
				WHERE phase = 'live' AND due <= :now AND expires_at <= :now AND session_id > :after
				ORDER BY session_id LIMIT :limit""".formatted(this.model.liveTable()))
			.param("now", query.now().atOffset(ZoneOffset.UTC))
			.param("after", query.after())
			.param("limit", query.limit())
			.query(String.class)
			.list();
	}

	private void awaitOwnWrites(String userId, String table) throws InterruptedException {
		Map<String, Long> wanted = this.recentWrites.of(userId);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!wanted.isEmpty() && !shows(wanted, table) && System.nanoTime() < deadline) {
			Thread.sleep(POLL_MILLIS);
		}
	}

	private boolean shows(Map<String, Long> wanted, String table) {
		Map<String, Long> known = new HashMap<>();
		this.jdbc.sql("SELECT session_id, sequence FROM " + table + " WHERE session_id IN (:ids)")
			.param("ids", wanted.keySet())
			.query((row) -> {
				known.put(row.getString("session_id"), row.getLong("sequence"));
			});
		return wanted.entrySet().stream().allMatch((it) -> known.getOrDefault(it.getKey(), -1L) >= it.getValue());
	}

	private static SessionSummary summary(ResultSet row, Instant now) throws SQLException {
		int answered = row.getInt("answered");
		Instant expiresAt = instant(row, "expires_at");
		boolean completed = row.getString("phase").equals("completed");
		boolean expired = !completed && (row.getString("phase").equals("expired") || !now.isBefore(expiresAt));
		Step current = (answered < Step.values().length) ? Step.values()[answered] : null;
		return new SessionSummary(row.getString("session_id"),
				expired ? SessionStatus.EXPIRED : SessionStatus.ofAnswers(answered), Steps.current(current),
				Steps.progress(Arrays.asList(Step.values()).subList(0, answered)),
				new Business(row.getString("business_name"), row.getString("sector"), row.getString("city"),
						row.getString("country")),
				row.getLong("sequence"), instant(row, "started_at"), instant(row, "updated_at"),
				completed ? null : expiresAt);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
