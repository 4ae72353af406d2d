package io.coachflow.query.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.AccessPage;
import io.coachflow.query.time.SqlTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code access_log}. Each read by an auditor is recorded before it is
 * answered; if it cannot be recorded, the request fails.
 */
@Component
public class AccessLog {

	private static final TypeReference<Map<String, Object>> ASKED = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper mapper;

	AccessLog(JdbcClient jdbc, JsonMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	/**
	 * Records a read.
	 * @param sessionId absent for a read of the whole log
	 * @param the kind of read, such as {@code export}
	 */
	public void record(String reader, @Nullable String sessionId, String what) {
		this.jdbc.sql("INSERT INTO access_log (reader, session_id, what) VALUES (:reader, :session, :what)")
			.param("reader", reader)
			.param("session", sessionId)
			.param("what", what)
			.update();
	}

	/**
	 * Records a read that returns several sessions.
	 * @param sessionId the session that the request names; absent if it names none
	 * @param the kind of read, such as {@code export}
	 * @param asked the request's parameters by name
	 * @param sessions ids of the sessions in the response
	 */
	public void record(String reader, @Nullable String sessionId, String what, Map<String, ?> asked,
			Collection<String> sessions) {
		this.jdbc.sql("""
				INSERT INTO access_log (reader, session_id, what, asked, sessions)
				VALUES (:reader, :session, :what, :asked::jsonb,
				        ARRAY(SELECT jsonb_array_elements_text(:sessions::jsonb)))""")
			.param("reader", reader)
			.param("session", sessionId)
			.param("what", what)
			.param("asked", this.mapper.writeValueAsString(asked))
			.param("sessions", this.mapper.writeValueAsString(sessions))
			.update();
	}

	/**
	 * A page of recorded reads, latest first.
	 * @param before the last id of the previous page
	 */
	public List<AccessPage.Read> page(@Nullable String sessionId, @Nullable String reader, long before, int limit) {
		return this.jdbc
			.sql("""
					SELECT * FROM access_log
					WHERE id < :before AND (:session::text IS NULL OR session_id = :session OR sessions @> ARRAY[:session::text])
					  AND (:reader::text IS NULL OR reader = :reader)
					ORDER BY id DESC LIMIT :limit""")
			.param("before", before)
			.param("session", sessionId)
			.param("reader", reader)
			.param("limit", limit)
			.query((row, _) -> read(row))
			.list();
	}

	private AccessPage.Read read(ResultSet row) throws SQLException {
		String session = row.getString("session_id");
		String asked = row.getString("asked");
		Array sessions = row.getArray("sessions");
		return new AccessPage.Read(row.getLong("id"), SqlTimes.instant(row, "read_at"), row.getString("reader"),
				session, row.getString("what"), (asked != null) ? this.mapper.readValue(asked, ASKED) : null,
				(sessions != null) ? List.of((String[]) sessions.getArray())
						: (session != null) ? List.of(session) : List.of());
	}

}
