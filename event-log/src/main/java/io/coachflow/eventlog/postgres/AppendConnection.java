package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.coachflow.eventlog.postgres.EventRow.Key;
import org.jspecify.annotations.Nullable;

/**
 * The appender's connection: one statement takes the indexes, writes the rows and commits
 * them. A statement that fails gives the indexes back.
 */
final class AppendConnection implements AutoCloseable {

	/**
	 * If another transaction holds the head for longer, callers get 503 and the appender
	 * keeps its connection. One plan for all batches: making it takes PostgreSQL 0.1 ms,
	 * and it never differs.
	 */
	private static final String OPTIONS = "-c lock_timeout=2500 -c statement_timeout=3000 "
			+ "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed "
			+ "-c plan_cache_mode=force_generic_plan";

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private static final String APPEND = """
			WITH head AS (
			    UPDATE event_log_head SET last_index = last_index + ? RETURNING last_index - ? AS base
			), appended AS (
			    INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type, event_name,
			                           revision, payload, metadata, occurred_at, hash)
			    SELECT head.base + e.place, e.aggregate_id, e.sequence_number, e.event_id, e.aggregate_type, e.event_name,
			           e.revision, e.payload, e.metadata, timestamptz 'epoch' + e.micros * interval '1 microsecond', e.hash
			    FROM head, unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
			                      ?::bigint[], ?::bytea[]) WITH ORDINALITY
			               AS e (aggregate_id, sequence_number, event_id, aggregate_type, event_name, revision, payload,
			                     metadata, micros, hash, place)
			)
			SELECT base, CASE WHEN ? THEN pg_notify('event_log', '') END FROM head""";

	/**
	 * Does everything that an append does, including the commit, but leaves nothing
	 * except PostgreSQL's own log. It is one statement, so that a frozen node holds no
	 * lock.
	 */
	private static final String PROBE = """
			DO $$
			DECLARE
			    taken bigint;
			BEGIN
			    UPDATE event_log_head SET last_index = last_index + 1 RETURNING last_index INTO taken;
			    INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type, event_name,
			                           revision, payload, metadata, occurred_at, hash)
			    SELECT taken, gen_random_uuid()::text, 0, gen_random_uuid()::text, 'probe', 'probe', '1',
			           string_agg(uuid_send(gen_random_uuid()), ''), '', now(), ''
			    FROM generate_series(1, 1024);
			    RAISE EXCEPTION USING ERRCODE = 'CF001';
			EXCEPTION WHEN SQLSTATE 'CF001' THEN
			    NULL;
			END $$""";

	private static final String FIND = """
			SELECT e.aggregate_id, e.sequence_number, e.event_id
			FROM unnest(?::text[], ?::bigint[]) AS wanted (aggregate_id, sequence_number)
			JOIN event_log e USING (aggregate_id, sequence_number)""";

	private final String name;

	private final Connection connection;

	private final PreparedStatement append;

	private AppendConnection(String name, Connection connection) throws SQLException {
		this.name = name;
		this.connection = connection;
		this.append = connection.prepareStatement(APPEND);
	}

	static AppendConnection open(LogConnections connections) throws SQLException {
		String name = "coachflow-appender-" + UUID.randomUUID();
		return new AppendConnection(name, connections.open(name, TIMEOUT, OPTIONS));
	}

	/** The name that no other connection has. */
	String name() {
		return this.name;
	}

	boolean isClosed() throws SQLException {
		return this.connection.isClosed();
	}

	/**
	 * Appends the rows, all or none, durably.
	 * @param notify whether to wake the other nodes
	 * @return the index of the first row
	 */
	long append(List<EventRow> rows, boolean notify) throws SQLException {
		PreparedStatement statement = this.append;
		statement.setInt(1, rows.size());
		statement.setInt(2, rows.size());
		statement.setArray(3, array("text", rows, EventRow::aggregateId));
		statement.setArray(4, array("int8", rows, EventRow::sequence));
		statement.setArray(5, array("text", rows, EventRow::eventId));
		statement.setArray(6, array("text", rows, EventRow::aggregateType));
		statement.setArray(7, array("text", rows, EventRow::name));
		statement.setArray(8, array("text", rows, EventRow::revision));
		statement.setArray(9, this.connection.createArrayOf("bytea", bytes(rows, EventRow::payload)));
		statement.setArray(10, this.connection.createArrayOf("bytea", bytes(rows, EventRow::metadata)));
		statement.setArray(11, array("int8", rows, (row) -> ChronoUnit.MICROS.between(Instant.EPOCH, row.time())));
		statement.setArray(12, this.connection.createArrayOf("bytea", bytes(rows, EventRow::hash)));
		statement.setBoolean(13, notify);
		try (ResultSet result = statement.executeQuery()) {
			result.next();
			return result.getLong(1) + 1;
		}
	}

	/**
	 * Finds out whether the log takes appends, large ones too.
	 * @throws SQLException if it does not
	 */
	void probe() throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(PROBE);
		}
	}

	/** Wakes the other nodes. */
	void notifyReaders() throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("SELECT pg_notify('event_log', '')")) {
			statement.execute();
		}
	}

	/**
	 * Makes sure that the connection of that name does nothing any more: what it has not
	 * committed it never will.
	 * @throws SQLException if it cannot be made sure of yet
	 */
	void fence(String other) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(
				"SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE application_name = ?")) {
			statement.setString(1, other);
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					if (!result.getBoolean(1)) {
						throw new SQLException("The lost connection " + other + " does not end yet", "08006");
					}
				}
			}
		}
	}

	/** Which of the rows are in the log: the very events, not others under their keys. */
	Set<String> find(List<EventRow> rows) throws SQLException {
		Map<Key, String> known = new HashMap<>();
		try (PreparedStatement statement = this.connection.prepareStatement(FIND)) {
			statement.setArray(1, array("text", rows, EventRow::aggregateId));
			statement.setArray(2, array("int8", rows, EventRow::sequence));
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					known.put(new Key(result.getString(1), result.getLong(2)), result.getString(3));
				}
			}
		}
		Set<String> found = new HashSet<>();
		rows.stream()
			.filter((row) -> row.eventId().equals(known.get(row.key())))
			.forEach((row) -> found.add(row.eventId()));
		return found;
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException _) {
			// PostgreSQL ends a connection without a client
		}
	}

	private java.sql.Array array(String type, List<EventRow> rows, Function<EventRow, @Nullable Object> column)
			throws SQLException {
		return this.connection.createArrayOf(type, rows.stream().map(column).toArray());
	}

	private static byte[][] bytes(List<EventRow> rows, Function<EventRow, byte[]> column) {
		return rows.stream().map(column).toArray(byte[][]::new);
	}

}
