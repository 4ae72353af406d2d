package io.coachflow.query.sessionlist;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.query.projection.RowsStatement;
import io.coachflow.query.projection.RowsStatement.Column;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.time.SqlTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes one slot of the table {@code session_list}. Writing an event again changes
 * nothing.
 */
class SessionListWriter {

	private static final String START = """
			INSERT INTO session_list AS known (session_id, phase, answered, sequence, updated_at, expires_at, user_id,
			                                   business_name, sector, city, country, started_at)
			SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (session_id) DO UPDATE
			SET phase = EXCLUDED.phase, answered = EXCLUDED.answered, sequence = EXCLUDED.sequence,
			    updated_at = EXCLUDED.updated_at, expires_at = EXCLUDED.expires_at
			WHERE known.sequence < EXCLUDED.sequence""";

	private static final String GO_ON = """
			UPDATE session_list AS known
			SET phase = it.phase, answered = coalesce(it.answered, known.answered), sequence = it.sequence,
			    updated_at = it.updated_at, expires_at = coalesce(it.expires_at, known.expires_at)
			FROM unnest(?, ?, ?, ?, ?, ?) AS it (session_id, phase, answered, sequence, updated_at, expires_at)
			WHERE known.session_id = it.session_id AND known.sequence < it.sequence""";

	private static final List<Column<SessionChange>> CHANGED = List.of(new Column<>("text", SessionChange::sessionId),
			new Column<>("text", SessionChange::phase), new Column<>("int4", SessionChange::answered),
			new Column<>("int8", SessionChange::sequence),
			new Column<>("timestamptz", (change) -> SqlTimes.utc(change.time())),
			new Column<>("timestamptz", (change) -> SqlTimes.utc(change.expiresAt())));

	private static final List<Column<SessionChange>> BEGUN = List.of(ofStart(SessionStarted::userId),
			ofStart((start) -> start.business().name()), ofStart((start) -> start.business().sector()),
			ofStart((start) -> start.business().city()), ofStart((start) -> start.business().country()),
			new Column<>("timestamptz", (change) -> SqlTimes.utc(change.startedAt())));

	private final RowsStatement<SessionChange> start;

	private final RowsStatement<SessionChange> goOn;

	SessionListWriter(Slot slot, JdbcOperations jdbc) {
		this.start = new RowsStatement<>(jdbc, SessionListConfiguration.TABLES.in(slot, START),
				Stream.concat(CHANGED.stream(), BEGUN.stream()).toList());
		this.goOn = new RowsStatement<>(jdbc, SessionListConfiguration.TABLES.in(slot, GO_ON), CHANGED);
	}

	private static Column<SessionChange> ofStart(Function<SessionStarted, @Nullable String> value) {
		return new Column<>("text", (change) -> value.apply(Objects.requireNonNull(change.start())));
	}

	/** Writes the changes, at most one for each session. */
	void write(Collection<SessionChange> changes) {
		this.start.write(changes.stream().filter((change) -> change.start() != null).toList());
		this.goOn.write(changes.stream().filter((change) -> change.start() == null).toList());
	}

}
