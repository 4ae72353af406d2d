package io.coachflow.query.sessionlist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.coachflow.query.projection.LiveSlots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last sequence of each session in the session list: evidence beside the log that
 * these events existed. It may lag behind the log, but is never ahead of it.
 */
@Component
public class KnownSessions {

	private final JdbcClient jdbc;

	private final LiveSlots slots;

	KnownSessions(JdbcClient jdbc, LiveSlots slots) {
		this.jdbc = jdbc;
		this.slots = slots;
	}

	/** The live table {@code session_list}, with a row for each session. */
	public String table() {
		return SessionListConfiguration.TABLES.live(this.slots, "session_list");
	}

	/** A sequence that the session has reached; empty if none is known. */
	public Optional<Long> sequenceOf(String sessionId) {
		return this.jdbc.sql("SELECT sequence FROM " + table() + " WHERE session_id = ?")
			.param(sessionId)
			.query(Long.class)
			.optional();
	}

	/**
	 * The sequences of all sessions, deleted ones too, page by page.
	 * @param after the last session of the previous page; empty for the first page
	 * @param limit how many at most
	 */
	public Map<String, Long> page(String after, int limit) {
		Map<String, Long> page = new LinkedHashMap<>();
		this.jdbc
			.sql("SELECT session_id, sequence FROM " + table() + " WHERE session_id > ? ORDER BY session_id LIMIT ?")
			.params(after, limit)
			.query((row) -> {
				page.put(row.getString("session_id"), row.getLong("sequence"));
			});
		return page;
	}

}
