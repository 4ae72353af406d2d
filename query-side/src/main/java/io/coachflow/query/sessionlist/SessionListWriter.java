package io.coachflow.query.sessionlist;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.coachflow.contracts.session.Fact;
import io.coachflow.query.projection.RowsStatement;
import io.coachflow.query.projection.RowsStatement.Column;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.time.SqlTimes;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes one slot of the table {@code session_list}. Writing an event again changes
 * nothing.
 */
class SessionListWriter {

	private static final String START = """
			INSERT INTO session_list AS known (session_id, phase, answered, sequence, updated_at, expires_at,
			                                   business_name, sector, city, country, user_id, started_at)
			SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (session_id) DO UPDATE
			SET phase = EXCLUDED.phase, answered = EXCLUDED.answered, sequence = EXCLUDED.sequence,
			    updated_at = EXCLUDED.updated_at, expires_at = EXCLUDED.expires_at
			WHERE known.sequence < EXCLUDED.sequence""";

	private static final String GO_ON = """
			UPDATE session_list AS known
			SET phase = coalesce(it.phase, known.phase), answered = coalesce(it.answered, known.answered),
			    sequence = it.sequence, updated_at = it.updated_at,
			    expires_at = coalesce(it.expires_at, known.expires_at)
			FROM unnest(?, ?, ?, ?, ?, ?) AS it (session_id, phase, answered, sequence, updated_at, expires_at)
			WHERE known.session_id = it.session_id AND known.sequence < it.sequence""";

	private static final String DESCRIBE = """
			UPDATE session_list AS known
			SET phase = coalesce(it.phase, known.phase), answered = coalesce(it.answered, known.answered),
			    sequence = it.sequence, updated_at = it.updated_at,
			    expires_at = coalesce(it.expires_at, known.expires_at), business_name = it.business_name,
			    sector = it.sector, city = it.city, country = it.country
			FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			     AS it (session_id, phase, answered, sequence, updated_at, expires_at, business_name, sector, city, country)
			WHERE known.session_id = it.session_id AND known.sequence < it.sequence""";

	private static final List<Column<SessionChange>> CHANGED = List.of(new Column<>("text", SessionChange::sessionId),
			new Column<>("text", SessionChange::phase), new Column<>("int4", SessionChange::answered),
			new Column<>("int8", SessionChange::sequence),
			new Column<>("timestamptz", (change) -> SqlTimes.utc(change.time())),
			new Column<>("timestamptz", (change) -> SqlTimes.utc(change.expiresAt())));

	private static final List<Column<SessionChange>> BUSINESS = Arrays.stream(Fact.values())
		.map((fact) -> new Column<SessionChange>("text",
				(change) -> fact.in(Objects.requireNonNull(change.business()))))
		.toList();

	private static final List<Column<SessionChange>> BEGUN = List.of(
			new Column<>("text", (change) -> Objects.requireNonNull(change.start()).userId()),
			new Column<>("timestamptz", (change) -> SqlTimes.utc(change.startedAt())));

	private final RowsStatement<SessionChange> start;

	private final RowsStatement<SessionChange> goOn;

	private final RowsStatement<SessionChange> describe;

	SessionListWriter(Slot slot, JdbcOperations jdbc) {
		this.start = statement(slot, jdbc, START, List.of(CHANGED, BUSINESS, BEGUN));
		this.goOn = statement(slot, jdbc, GO_ON, List.of(CHANGED));
		this.describe = statement(slot, jdbc, DESCRIBE, List.of(CHANGED, BUSINESS));
	}

	private static RowsStatement<SessionChange> statement(Slot slot, JdbcOperations jdbc, String sql,
			List<List<Column<SessionChange>>> columns) {
		return new RowsStatement<>(jdbc, SessionListConfiguration.TABLES.in(slot, sql),
				columns.stream().flatMap(List::stream).toList());
	}

	/** Writes the changes, at most one for each session. */
	void write(Collection<SessionChange> changes) {
		this.start.write(changes.stream().filter((change) -> change.start() != null).toList());
		this.goOn.write(changes.stream().filter((change) -> change.business() == null).toList());
		this.describe
			.write(changes.stream().filter((change) -> change.start() == null && change.business() != null).toList());
	}

}
