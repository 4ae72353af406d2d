package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import io.coachflow.benchmarks.eventlog.EventLog;
import io.coachflow.benchmarks.eventlog.ProcessorTokens;
import io.coachflow.benchmarks.eventlog.ReadModelSlots;
import io.coachflow.benchmarks.report.Replay;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.servers.Operator;
import io.coachflow.benchmarks.servers.Servers;

/**
 * Part d: read models built anew from the first event, one at a time, as an operator has
 * it done, on a service that has done so before.
 */
final class ReplayPhase {

	private static final List<String> READ_MODELS = List.of("session-list", "session-view");

	/** Rebuilds of each, and fewer if they get no faster. */
	private static final int MOST = 8;

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
			Map<String, Double> rates = rebuild(connection, events);
			double after = log.readRate();
			this.progress.say("plain batch reads: %,.0f events/s before, %,.0f after".formatted(before, after));
			return new Replay(events, before, after, rates);
		}
	}

	private Map<String, Double> rebuild(Connection connection, long head)
			throws IOException, InterruptedException, SQLException {
		Map<String, Double> rates = new TreeMap<>();
		try (Coachflow service = this.servers.launch(this.database, this.redisDatabase, Map.of()).awaitReady()) {
			Operator operator = new Operator(service, this.servers.issuer());
			operator.awaitReaders();
			for (String readModel : READ_MODELS) {
				rates.put(readModel, rebuildUntilWarm(operator, connection, readModel, head));
			}
		}
		return rates;
	}

	/** The median of the last three rebuilds, in events per second. */
	private double rebuildUntilWarm(Operator operator, Connection connection, String readModel, long head)
			throws IOException, InterruptedException, SQLException {
		List<Double> rates = new ArrayList<>();
		UntilWarm warm = new UntilWarm();
		double rate;
		do {
			rate = rebuild(operator, connection, readModel, head);
			rates.add(rate);
			this.progress
				.say("rebuild %d of %s from %,d events: %,.0f events/s".formatted(rates.size(), readModel, head, rate));
		}
		while (!warm.isReached(rate) && rates.size() < MOST);
		return rates.subList(rates.size() - 3, rates.size()).stream().sorted().toList().get(1);
	}

	/** In events per second, from the first progress to the head. */
	private static double rebuild(Operator operator, Connection connection, String readModel, long head)
			throws IOException, InterruptedException, SQLException {
		ProcessorTokens tokens = new ProcessorTokens(connection);
		String processor = new ReadModelSlots(connection).idle(readModel, readModel);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		// A slot given up has a position until it is empty
		for (OptionalLong left = tokens.position(processor); left.isPresent(); left = tokens.position(processor)) {
			await(processor, deadline);
		}
		operator.rebuild(readModel);
		double rate = rate(tokens, processor, head, deadline);
		operator.awaitRebuilt(List.of(readModel));
		operator.confirm(readModel);
		return rate;
	}

	private static double rate(ProcessorTokens tokens, String processor, long head, long deadline)
			throws SQLException, InterruptedException, IOException {
		long first = 0;
		long firstAt = 0;
		while (true) {
			long position = tokens.position(processor).orElse(0);
			long now = System.nanoTime();
			if (position >= head) {
				return (head - first) / ((now - firstAt) / 1e9);
			}
			if (position > 0 && first == 0) {
				first = position;
				firstAt = now;
			}
			await(processor, deadline);
		}
	}

	private static void await(String processor, long deadline) throws InterruptedException, IOException {
		if (System.nanoTime() > deadline) {
			throw new IOException("Waited in vain for " + processor);
		}
		Thread.sleep(20);
	}

}
