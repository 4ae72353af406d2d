package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.eventlog.EventLog;
import io.coachflow.benchmarks.eventlog.LogCheck;
import io.coachflow.benchmarks.load.CallLimit;
import io.coachflow.benchmarks.load.Ledger;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.ReaderProbe;
import io.coachflow.benchmarks.load.SessionLoad;
import io.coachflow.benchmarks.load.StepCurve;
import io.coachflow.benchmarks.machine.CpuMeter;
import io.coachflow.benchmarks.machine.CpuTimes;
import io.coachflow.benchmarks.machine.ResidentMemory;
import io.coachflow.benchmarks.report.Round;
import io.coachflow.benchmarks.report.Startup;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.servers.Servers;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * A service under load, with a database of its own. After each run its log is compared
 * with what the callers were told.
 */
final class Service implements AutoCloseable {

	private static final int USERS = 200;

	private static final Duration WARM_UP_ROUND = Duration.ofSeconds(15);

	/** Some readers work every second or two. */
	private static final Duration READERS_FINISH = Duration.ofSeconds(2);

	/** Less is noise. */
	private static final double FASTER = 1.05;

	private final Servers servers;

	private final String database;

	private final Coachflow coachflow;

	private final List<String> users;

	private final CpuMeter meter;

	private final Startup startup;

	private final SessionLoad load;

	private final Findings findings;

	private Service(Servers servers, String database, Coachflow coachflow, List<String> users, Findings findings)
			throws IOException {
		this.servers = servers;
		this.database = database;
		this.coachflow = coachflow;
		this.findings = findings;
		this.users = users;
		this.meter = new CpuMeter(coachflow.pid(), servers.postgres().pid(), servers.redis().pid());
		CpuTimes untilReady = this.meter.read();
		this.startup = new Startup(coachflow.secondsToReadiness(), untilReady.java() + untilReady.jit());
		this.load = new SessionLoad(coachflow, users, this.meter);
	}

	/** Starts the service and waits until it is ready. */
	static Service start(Servers servers, String database, int redisDatabase, Findings findings)
			throws IOException, InterruptedException {
		return start(servers, database, redisDatabase, Map.of(), findings);
	}

	/** The same with more of an environment. */
	static Service start(Servers servers, String database, int redisDatabase, Map<String, String> environment,
			Findings findings) throws IOException, InterruptedException {
		// Signed before, because they take a while
		List<String> users = servers.issuer().users(USERS);
		return new Service(servers, database, servers.launch(database, redisDatabase, environment).awaitReady(), users,
				findings);
	}

	LoadResult closed(int connections, Duration duration) throws IOException, InterruptedException, SQLException {
		return checked("closed loop at " + connections, () -> this.load.closed(connections, duration));
	}

	/** Accepted steps in each of the next seconds. */
	List<Long> curve(int connections, int seconds) throws IOException, InterruptedException, SQLException {
		StepCurve curve = new StepCurve(seconds);
		checked("first %d seconds".formatted(seconds), () -> this.load.closed(connections, curve));
		return curve.stepsPerSecond();
	}

	/**
	 * A closed loop with all that it costs: readers that work in batches go on for a
	 * moment.
	 */
	Round round(int connections, Duration duration) throws IOException, InterruptedException, SQLException {
		long head = head();
		long walBytes = this.servers.postgres().walBytes();
		CpuTimes before = this.meter.read();
		LoadResult load = this.load.closed(connections, duration);
		Thread.sleep(READERS_FINISH);
		CpuTimes cpu = this.meter.read().since(before);
		Round round = new Round(load.withCpu(cpu), this.servers.postgres().walBytes() - walBytes,
				ResidentMemory.of(this.coachflow.pid()));
		check("round (" + this.database + ")", head, this.load.takeLedger());
		return round;
	}

	/**
	 * Loads the service until it gets no faster: the compiler takes minutes where it
	 * shares the cores, and would be measured instead.
	 * @param patience how long at most
	 * @return the last round
	 */
	LoadResult warmUp(int connections, Duration patience) throws IOException, InterruptedException, SQLException {
		long end = System.nanoTime() + patience.toNanos();
		double best = 0;
		int noFaster = 0;
		while (true) {
			LoadResult round = closed(connections, WARM_UP_ROUND);
			noFaster = (round.stepsPerSecond() < best * FASTER) ? noFaster + 1 : 0;
			best = Math.max(best, round.stepsPerSecond());
			if (noFaster == 2 || System.nanoTime() > end) {
				return round;
			}
		}
	}

	/** One caller, so many complete sessions. */
	LoadResult sessions(long count) throws IOException, InterruptedException, SQLException {
		return checked(count + " sessions", () -> this.load.sessions(count));
	}

	LoadResult open(int connections, Duration duration, double stepsPerSecond)
			throws IOException, InterruptedException, SQLException {
		return checked("open loop at %d connections, %.0f steps/s".formatted(connections, stepsPerSecond),
				() -> this.load.open(connections, duration, stepsPerSecond));
	}

	CallLimit cheapestCall() {
		return new CallLimit(this.coachflow, this.users);
	}

	ReaderProbe probe(StatefulRedisConnection<String, String> redis) {
		return new ReaderProbe(this.coachflow, this.users, redis);
	}

	/** Load that runs beside a probe, both checked together afterwards. */
	SessionLoad load() {
		return this.load;
	}

	Startup startup() {
		return this.startup;
	}

	Coachflow coachflow() {
		return this.coachflow;
	}

	long head() throws SQLException {
		try (Connection connection = this.servers.postgres().connect(this.database)) {
			return new EventLog(connection).head();
		}
	}

	/** Compares the log behind an index with what its callers were told. */
	void check(String what, long after, Ledger ledger) throws SQLException {
		try (Connection connection = this.servers.postgres().connect(this.database)) {
			this.findings.checked(what, ledger.acknowledged().size(), LogCheck.violations(connection, after, ledger));
		}
	}

	private LoadResult checked(String what, Run run) throws IOException, InterruptedException, SQLException {
		long before = head();
		LoadResult result = run.run();
		check(what + " (" + this.database + ")", before, this.load.takeLedger());
		return result;
	}

	@Override
	public void close() {
		this.coachflow.close();
	}

	private interface Run {

		LoadResult run() throws IOException, InterruptedException;

	}

}
