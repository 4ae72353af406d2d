package io.coachflow.query.access;

import java.time.OffsetDateTime;
import java.util.List;

import io.coachflow.contracts.rest.AccessPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code access_log}. What an auditor reads is written down before it is told:
 * where that fails, nothing is told.
 */
@Component
public class AccessLog {

	private final JdbcClient jdbc;

	AccessLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes down that somebody reads.
	 * @param sessionId absent for the whole log
	 * @param what kind of reading
	 */
	public void record(String reader, @Nullable String sessionId, String what) {
		this.jdbc.sql("INSERT INTO access_log (reader, session_id, what) VALUES (:reader, :session, :what)")
			.param("reader", reader)
			.param("session", sessionId)
			.param("what", what)
			.update();
	}

	/**
	 * The latest first.
	 * @param before the id that the page before ended with
	 */
	public List<AccessPage.Read> page(@Nullable String sessionId, @Nullable String reader, long before, int limit) {
		return this.jdbc.sql("""
				SELECT * FROM access_log
				WHERE id < :before AND (:session::text IS NULL OR session_id = :session)
				  AND (:reader::text IS NULL OR reader = :reader)
				ORDER BY id DESC LIMIT :limit""")
			.param("before", before)
			.param("session", sessionId)
			.param("reader", reader)
			.param("limit", limit)
			.query((row, _) -> new AccessPage.Read(row.getLong("id"),
					row.getObject("read_at", OffsetDateTime.class).toInstant(), row.getString("reader"),
					row.getString("session_id"), row.getString("what")))
			.list();
	}

}
