package io.coachflow.query.sessionlist;

import java.util.Collection;
import java.util.List;

import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.time.SqlTimes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Writes one slot of the table {@code session_list}. Writing an event again changes
 * nothing.
 */
class SessionListWriter {

	private static final String START = """
			INSERT INTO session_list AS known (session_id, user_id, business_name, sector, city, country, phase, answered, sequence,
			                          started_at, updated_at, expires_at)
			VALUES (:id, :user, :name, :sector, :city, :country, :phase, :answered, :sequence, :started, :time, :expires)
			ON CONFLICT (session_id) DO UPDATE
			SET phase = EXCLUDED.phase, answered = EXCLUDED.answered, sequence = EXCLUDED.sequence,
			    updated_at = EXCLUDED.updated_at, expires_at = EXCLUDED.expires_at
			WHERE known.sequence < EXCLUDED.sequence""";

	private static final String GO_ON = """
			UPDATE session_list SET phase = :phase, answered = coalesce(:answered::int, answered), sequence = :sequence,
			                        updated_at = :time, expires_at = coalesce(:expires::timestamptz, expires_at)
			WHERE session_id = :id AND sequence < :sequence""";

	private final String start;

	private final String goOn;

	private final NamedParameterJdbcOperations jdbc;

	SessionListWriter(Slot slot, NamedParameterJdbcOperations jdbc) {
		this.start = SessionListConfiguration.TABLES.in(slot, START);
		this.goOn = SessionListConfiguration.TABLES.in(slot, GO_ON);
		this.jdbc = jdbc;
	}

	/** Writes the changes, at most one for each session. */
	void write(Collection<SessionChange> changes) {
		write(this.start, changes.stream().filter((change) -> change.start() != null).toList());
		write(this.goOn, changes.stream().filter((change) -> change.start() == null).toList());
	}

	private void write(String statement, List<SessionChange> changes) {
		if (!changes.isEmpty()) {
			this.jdbc.batchUpdate(statement,
					changes.stream().map(SessionListWriter::parameters).toArray(SqlParameterSource[]::new));
		}
	}

	private static SqlParameterSource parameters(SessionChange change) {
		MapSqlParameterSource parameters = new MapSqlParameterSource().addValue("id", change.sessionId())
			.addValue("phase", change.phase())
			.addValue("answered", change.answered())
			.addValue("sequence", change.sequence())
			.addValue("time", SqlTimes.utc(change.time()))
			.addValue("expires", SqlTimes.utc(change.expiresAt()));
		SessionStarted start = change.start();
		if (start != null) {
			Business business = start.business();
			parameters.addValue("user", start.userId())
				.addValue("name", business.name())
				.addValue("sector", business.sector())
				.addValue("city", business.city())
				.addValue("country", business.country())
				.addValue("started", SqlTimes.utc(change.startedAt()));
		}
		return parameters;
	}

}
