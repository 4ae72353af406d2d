package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code event_log} of one database.
 */
public final class EventLog {

	/** A batch of a plain reader, in rows. */
	static final int BATCH = 500;

	static final String STEP_ANSWERED = "io.coachflow.session.step-answered";

	private final Connection connection;

	/**
	 * Reads over that connection, which its opener closes.
	 */
	public EventLog(Connection connection) {
		this.connection = connection;
	}

	/** The index of the newest event, 0 without any. */
	public long head() throws SQLException {
		return number("SELECT coalesce(max(global_index), 0) FROM event_log");
	}

	/** The number of events. */
	public long count() throws SQLException {
		return number("SELECT count(*) FROM event_log");
	}

	/** The number of events of a name. */
	public long count(String name) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT count(*) FROM event_log WHERE event_name = ?")) {
			statement.setString(1, name);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				return rows.getLong(1);
			}
		}
	}

	/** The steps behind an index, in their order. */
	List<Logged> steps(long after) throws SQLException {
		List<Logged> steps = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement("""
				SELECT aggregate_id, sequence_number, convert_from(payload, 'UTF8')::jsonb ->> 'step'
				FROM event_log WHERE global_index > ? AND event_name = ? ORDER BY global_index""")) {
			statement.setLong(1, after);
			statement.setString(2, STEP_ANSWERED);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					steps.add(new Logged(rows.getString(1), rows.getString(3), rows.getLong(2)));
				}
			}
		}
		return steps;
	}

	/** Sessions behind an index whose sequences do not run from 0 without a gap. */
	long brokenSessions(long after) throws SQLException {
		return number("""
				SELECT count(*) FROM (SELECT FROM event_log WHERE global_index > %d GROUP BY aggregate_id
				HAVING min(sequence_number) <> 0 OR max(sequence_number) <> count(*) - 1) broken""".formatted(after));
	}

	/**
	 * Reads the whole log as plainly as can be: all columns, in order of the index, in
	 * batches of 500.
	 * @return events per second
	 */
	public double readRate() throws SQLException {
		long begun = System.nanoTime();
		long rows = 0;
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT * FROM event_log WHERE global_index > ? ORDER BY global_index LIMIT " + BATCH)) {
			long position = 0;
			for (long read = -1; read != rows;) {
				read = rows;
				statement.setLong(1, position);
				try (ResultSet batch = statement.executeQuery()) {
					int columns = batch.getMetaData().getColumnCount();
					while (batch.next()) {
						for (int column = 1; column <= columns; column++) {
							batch.getObject(column);
						}
						position = batch.getLong("global_index");
						rows++;
					}
				}
			}
		}
		return rows / ((System.nanoTime() - begun) / 1e9);
	}

	/** Does what autovacuum would do later, in the middle of a measurement. */
	public void settle() throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("VACUUM ANALYZE event_log");
			statement.execute("CHECKPOINT");
		}
	}

	private long number(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	/**
	 * A step in the log.
	 *
	 * @param step its name
	 */
	record Logged(String session, String step, long sequence) {

	}

}
