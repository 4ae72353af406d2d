package io.coachflow.query.sessionlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.rest.Steps;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.FindDueSessions;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.paging.SessionCursor;
import io.coachflow.query.recent.RecentWrites;
import io.coachflow.query.session.SessionAccess;
import io.coachflow.query.time.SqlTimes;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the live slot of the table {@code session_list}.
 */
@Component
class SessionList {

	private static final Comparator<SessionSummary> NEWEST_FIRST = Comparator.comparing(SessionSummary::startedAt)
		.thenComparing(SessionSummary::sessionId)
		.reversed();

	/** How many more rows are looked through at once for a name. */
	private static final int LOOKED_THROUGH = 1_000;

	private final JdbcClient jdbc;

	private final KnownSessions sessions;

	private final RecentWrites recentWrites;

	private final SessionAccess access;

	private final Clock clock;

	SessionList(JdbcClient jdbc, KnownSessions sessions, RecentWrites recentWrites, SessionAccess access, Clock clock) {
		this.jdbc = jdbc;
		this.sessions = sessions;
		this.recentWrites = recentWrites;
		this.access = access;
		this.clock = clock;
	}

	/**
	 * A user's sessions, newest first. If the table is behind a recent write of the user
	 * through this node, that session is read from the log.
	 * @param after the last session of the previous page; absent for the first page
	 * @param limit how many at most
	 */
	List<SessionSummary> page(String userId, SessionFilter wanted, @Nullable SessionCursor after, int limit) {
		// Once for both reads: a rebuild may switch to a table that is further behind
		String table = this.sessions.table();
		Map<String, Long> written = this.recentWrites.of(userId);
		Map<String, Long> known = known(written.keySet(), table);
		// One row more for each that may be dropped
		List<SessionSummary> listed = listed(userId, wanted, after, limit + written.size(), table);
		Set<String> shown = listed.stream().map(SessionSummary::sessionId).collect(Collectors.toSet());
		Set<String> late = written.keySet()
			.stream()
			.filter((session) -> known.getOrDefault(session, -1L) < written.getOrDefault(session, -1L))
			// A row that does not match may belong to a session that does by now
			.filter((session) -> shown.contains(session) || !known.containsKey(session) || !wanted.isAll())
			.collect(Collectors.toSet());
		if (late.isEmpty()) {
			return listed.stream().limit(limit).toList();
		}
		Stream<SessionSummary> current = late.stream()
			.flatMap((session) -> this.access.summary(session, userId).stream())
			.filter((session) -> wanted.matches(session) && (after == null || isBehind(session, after)));
		return Stream.concat(listed.stream().filter((row) -> !late.contains(row.sessionId())), current)
			.sorted(NEWEST_FIRST)
			.limit(limit)
			.toList();
	}

	/**
	 * PostgreSQL compares statuses. Names are compared here, so that rows and the log
	 * match by the same rules whatever the database's locale is.
	 */
	private List<SessionSummary> listed(String userId, SessionFilter wanted, @Nullable SessionCursor after, int limit,
			String table) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<SessionSummary> found = new ArrayList<>();
		SessionCursor from = after;
		int asked = limit;
		boolean more = true;
		while (more && found.size() < limit) {
			List<SessionSummary> rows = rows(userId, wanted.status(), from, asked, table, now);
			rows.stream().filter(wanted::matches).limit(limit - found.size()).forEach(found::add);
			more = rows.size() == asked;
			from = more ? new SessionCursor(rows.getLast().startedAt(), rows.getLast().sessionId()) : from;
			asked = LOOKED_THROUGH;
		}
		return found;
	}

	private List<SessionSummary> rows(String userId, @Nullable ListedStatus status, @Nullable SessionCursor after,
			int limit, String table, Instant now) {
		return this.jdbc
			.sql("SELECT * FROM " + table + " WHERE user_id = :user AND phase <> 'deleted'"
					+ ((status != null) ? " AND " + status.condition() : "")
					+ ((after != null) ? " AND (started_at, session_id) < (:time, :id)" : "")
					+ " ORDER BY started_at DESC, session_id DESC LIMIT :limit")
			.param("user", userId)
			.param("now", SqlTimes.utc(now))
			.param("time", (after != null) ? SqlTimes.utc(after.startedAt()) : null)
			.param("id", (after != null) ? after.sessionId() : null)
			.param("limit", limit)
			.query((row, _) -> summary(row, now))
			.list();
	}

	@QueryHandler
	List<String> handle(FindDueSessions query) {
		return this.jdbc.sql("""
				SELECT session_id FROM %s
				WHERE phase = 'live' AND due <= :now AND expires_at <= :now AND session_id > :after
				ORDER BY session_id LIMIT :limit""".formatted(this.sessions.table()))
			.param("now", SqlTimes.utc(query.now()))
			.param("after", query.after())
			.param("limit", query.limit())
			.query((row, _) -> row.getString("session_id"))
			.list();
	}

	private Map<String, Long> known(Set<String> sessions, String table) {
		Map<String, Long> known = new HashMap<>();
		if (!sessions.isEmpty()) {
			this.jdbc.sql("SELECT session_id, sequence FROM " + table + " WHERE session_id IN (:ids)")
				.param("ids", sessions)
				.query((row) -> {
					known.put(row.getString("session_id"), row.getLong("sequence"));
				});
		}
		return known;
	}

	private static boolean isBehind(SessionSummary session, SessionCursor cursor) {
		int order = session.startedAt().compareTo(cursor.startedAt());
		return order < 0 || (order == 0 && session.sessionId().compareTo(cursor.sessionId()) < 0);
	}

	private static SessionSummary summary(ResultSet row, Instant now) throws SQLException {
		int answered = row.getInt("answered");
		Instant expiresAt = SqlTimes.instant(row, "expires_at");
		ListedStatus status = ListedStatus.of(row.getString("phase"), answered, expiresAt, now);
		Step current = (answered < Step.values().length) ? Step.values()[answered] : null;
		return new SessionSummary(row.getString("session_id"), status.shown(), Steps.current(current),
				Steps.progress(Arrays.asList(Step.values()).subList(0, answered)),
				new Business(row.getString("business_name"), row.getString("sector"), row.getString("city"),
						row.getString("country")),
				row.getLong("sequence"), SqlTimes.instant(row, "started_at"), SqlTimes.instant(row, "updated_at"),
				row.getString("phase").equals("completed") ? null : expiresAt);
	}

}
