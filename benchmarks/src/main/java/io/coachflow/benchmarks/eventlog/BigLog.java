package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.coachflow.benchmarks.load.Crew;
import io.coachflow.benchmarks.servers.Postgres;

/**
 * Fills a log by SQL with copies of one complete session that the service wrote: ids,
 * users and times differ, and hashes are chained where the log has them. All sessions are
 * live for two hours yet.
 */
public final class BigLog {

	/** The events of a complete session. */
	static final int SESSION = 7;

	private static final int SESSIONS_PER_CHUNK = 500;

	private static final int WRITERS = 2;

	private static final long CHUNKS_PER_SENTENCE = 100;

	private final Postgres postgres;

	private final String database;

	private final Consumer<String> progress;

	/**
	 * Fills the log of a service that does not run and has written a complete session.
	 * @param progress gets a sentence now and then
	 */
	public BigLog(Postgres postgres, String database, Consumer<String> progress) {
		this.postgres = postgres;
		this.database = database;
		this.progress = progress;
	}

	/**
	 * Adds sessions until the log has at least that many events, and moves the head of
	 * the log there.
	 * @return the index of the last event
	 */
	public long fillTo(long events) throws SQLException, InterruptedException {
		long head;
		try (Connection connection = this.postgres.superuser(this.database)) {
			head = new EventLog(connection).head();
		}
		long perChunk = (long) SESSIONS_PER_CHUNK * SESSION;
		long chunks = Math.max(0, (events - head + perChunk - 1) / perChunk);
		AtomicLong next = new AtomicLong();
		Crew.run(WRITERS, (_) -> {
			try (Connection connection = this.postgres.superuser(this.database)) {
				write(connection, head, chunks, next);
			}
		}, () -> {
		});
		try (Connection connection = this.postgres.superuser(this.database)) {
			moveHead(connection, head + chunks * perChunk);
			new EventLog(connection).settle();
		}
		return head + chunks * perChunk;
	}

	private void write(Connection connection, long head, long chunks, AtomicLong next) throws SQLException {
		long perChunk = (long) SESSIONS_PER_CHUNK * SESSION;
		List<String> columns = columns(connection);
		try (Statement statement = connection.createStatement()) {
			// Bulk loading, which the log's triggers are not for
			statement.execute("SET session_replication_role = replica");
			statement.execute(FillFunction.of(columns));
		}
		try (PreparedStatement fill = connection.prepareStatement("SELECT pg_temp.fill_log(?, ?)")) {
			for (long chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
				fill.setLong(1, head + chunk * perChunk);
				fill.setInt(2, SESSIONS_PER_CHUNK);
				fill.execute();
				if (chunk % CHUNKS_PER_SENTENCE == 0) {
					this.progress.accept("log of %,d events".formatted(head + chunk * perChunk));
				}
			}
		}
	}

	private static List<String> columns(Connection connection) throws SQLException {
		List<String> columns = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM event_log LIMIT 0")) {
			for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
				columns.add(rows.getMetaData().getColumnName(i));
			}
		}
		return columns;
	}

	private static void moveHead(Connection connection, long head) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("""
					DO $$ BEGIN
						IF to_regclass('event_log_head') IS NOT NULL THEN
							UPDATE event_log_head SET last_index = %1$d;
						ELSE
							PERFORM setval(pg_get_serial_sequence('event_log', 'global_index'), %1$d);
						END IF;
					END $$""".formatted(head));
		}
	}

}
