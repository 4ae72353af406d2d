package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The appender's connection: one statement takes the indexes, writes the rows and commits
 * them. A statement that fails gives the indexes back.
 */
final class AppendConnection implements AutoCloseable {

	/**
	 * If another transaction holds the head for longer than the lock timeout, callers get
	 * 503 and the appender keeps its connection. All batches use one generic plan, which
	 * never differs: planning each of them would take PostgreSQL 0.1 ms.
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
	 * Does everything that an append does, including the commit, but writes nothing
	 * except to the write-ahead log. It is one statement, so that a frozen node holds no
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

	/** Unique among all connections. */
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
		RowArrays arrays = new RowArrays(this.connection, rows);
		PreparedStatement statement = this.append;
		statement.setInt(1, rows.size());
		statement.setInt(2, rows.size());
		statement.setArray(3, arrays.of("text", EventRow::aggregateId));
		statement.setArray(4, arrays.of("int8", EventRow::sequence));
		statement.setArray(5, arrays.of("text", EventRow::eventId));
		statement.setArray(6, arrays.of("text", EventRow::aggregateType));
		statement.setArray(7, arrays.of("text", EventRow::name));
		statement.setArray(8, arrays.of("text", EventRow::revision));
		statement.setArray(9, arrays.ofBytes(EventRow::payload));
		statement.setArray(10, arrays.ofBytes(EventRow::metadata));
		statement.setArray(11, arrays.of("int8", (row) -> ChronoUnit.MICROS.between(Instant.EPOCH, row.time())));
		statement.setArray(12, arrays.ofBytes(EventRow::hash));
		statement.setBoolean(13, notify);
		try (ResultSet result = statement.executeQuery()) {
			result.next();
			return result.getLong(1) + 1;
		}
	}

	/**
	 * Checks whether the log takes appends, large ones too.
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

	/** Asks about a batch of another connection, which was lost. */
	LostBatchQuery lostBatchQuery() {
		return new LostBatchQuery(this.connection);
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

}
