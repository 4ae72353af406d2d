package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import io.coachflow.benchmarks.eventlog.EventLog;
import io.coachflow.benchmarks.eventlog.ProcessorTokens;
import io.coachflow.benchmarks.report.Replay;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.servers.Servers;

/**
 * Part d: each projection from the first event, alone, on a service that starts without
 * its token and its read model.
 */
final class ReplayPhase {

	/** Each projection, and what empties its read model in PostgreSQL. */
	private static final Map<String, String> PROJECTIONS = new TreeMap<>(
			Map.of("session-list", "TRUNCATE session_list", "session-view", "SELECT 1"));

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final Servers servers;

	private final String database;

	private final int redisDatabase;

	private final Progress progress;

	ReplayPhase(Servers servers, String database, int redisDatabase, Progress progress) {
		this.servers = servers;
		this.database = database;
		this.redisDatabase = redisDatabase;
		this.progress = progress;
	}

	Replay measure(long events) throws IOException, InterruptedException, SQLException {
		try (Connection connection = this.servers.postgres().connect(this.database)) {
			EventLog log = new EventLog(connection);
			log.readRate(); // so that neither reading pays for cold caches
			double before = log.readRate();
			Map<String, Double> rates = new TreeMap<>();
			for (Map.Entry<String, String> projection : PROJECTIONS.entrySet()) {
				double rate = replay(connection, projection.getKey(), projection.getValue(), events);
				this.progress
					.say("replay of %,d events by %s: %,.0f events/s".formatted(events, projection.getKey(), rate));
				rates.put(projection.getKey(), rate);
			}
			double after = log.readRate();
			this.progress.say("plain batch reads: %,.0f events/s before, %,.0f after".formatted(before, after));
			return new Replay(events, before, after, rates);
		}
	}

	private double replay(Connection connection, String processor, String empty, long head)
			throws IOException, InterruptedException, SQLException {
		ProcessorTokens tokens = new ProcessorTokens(connection);
		tokens.moveAllTo(head);
		tokens.forget(processor);
		this.servers.redis().flush();
		try (Statement statement = connection.createStatement()) {
			statement.execute(empty);
		}
		try (Coachflow _ = this.servers.launch(this.database, this.redisDatabase, Map.of())) {
			return rate(tokens, processor, head);
		}
	}

	/**
	 * From the first progress to the head, so that the service's start does not count.
	 */
	private static double rate(ProcessorTokens tokens, String processor, long head)
			throws SQLException, InterruptedException, IOException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		long first = 0;
		long firstAt = 0;
		while (System.nanoTime() < deadline) {
			OptionalLong position = tokens.position(processor);
			long now = System.nanoTime();
			if (position.isPresent() && position.getAsLong() >= head) {
				return (head - first) / ((now - firstAt) / 1e9);
			}
			if (position.orElse(0) > 0 && first == 0) {
				first = position.getAsLong();
				firstAt = now;
			}
			Thread.sleep(20);
		}
		throw new IOException(processor + " did not reach event " + head + " within " + PATIENCE);
	}

}
