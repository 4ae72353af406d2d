package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.coachflow.benchmarks.load.Crew;
import io.coachflow.benchmarks.load.Latency;
import io.coachflow.benchmarks.load.Rate;
import io.coachflow.benchmarks.servers.Postgres;
import org.HdrHistogram.Histogram;

/**
 * How many durable inserts of a step's row the database takes, each in a transaction of
 * its own: the limit of a service that writes one row per step.
 */
public final class InsertLimit {

	private static final String SCRATCH = "scratch";

	private final Postgres postgres;

	private final RowShape shape;

	private InsertLimit(Postgres postgres, RowShape shape) {
		this.postgres = postgres;
		this.shape = shape;
	}

	/**
	 * Takes the row from a service's database, where a step was answered, into a database
	 * of its own.
	 */
	public static InsertLimit like(Postgres postgres, String database) throws SQLException {
		postgres.createDatabase(SCRATCH);
		try (Connection connection = postgres.connect(database)) {
			return new InsertLimit(postgres, RowShape.read(connection));
		}
	}

	/** Inserts as often as possible into an empty table, over one connection each. */
	public Rate measure(int concurrency, Duration duration) throws SQLException, InterruptedException {
		try (Connection connection = this.postgres.connect(SCRATCH)) {
			this.shape.create(connection);
		}
		AtomicLong index = new AtomicLong();
		AtomicLong end = new AtomicLong();
		List<Connection> connections = new ArrayList<>();
		List<Histogram> latencies = new ArrayList<>();
		try {
			for (int i = 0; i < concurrency; i++) {
				connections.add(this.postgres.connect(SCRATCH));
				latencies.add(Latency.histogram());
			}
			double seconds = Crew.run(concurrency,
					(worker) -> insert(connections.get(worker), index, end, latencies.get(worker)),
					() -> end.set(System.nanoTime() + duration.toNanos()));
			Histogram all = Latency.histogram();
			latencies.forEach(all::add);
			return new Rate(concurrency, all.getTotalCount() / seconds, Latency.of(all));
		}
		finally {
			for (Connection connection : connections) {
				connection.close();
			}
		}
	}

	private void insert(Connection connection, AtomicLong index, AtomicLong end, Histogram latency)
			throws SQLException {
		List<String> columns = List.copyOf(this.shape.columns().keySet());
		try (PreparedStatement insert = connection.prepareStatement(this.shape.insert())) {
			for (int i = 0; i < columns.size(); i++) {
				insert.setObject(i + 1, this.shape.row().get(columns.get(i)));
			}
			for (long begun = System.nanoTime(); begun < end.get(); begun = System.nanoTime()) {
				insert.setLong(columns.indexOf("global_index") + 1, index.incrementAndGet());
				insert.setString(columns.indexOf("aggregate_id") + 1, UUID.randomUUID().toString());
				insert.setString(columns.indexOf("event_id") + 1, UUID.randomUUID().toString());
				insert.executeUpdate();
				latency.recordValue(System.nanoTime() - begun);
			}
		}
	}

}
