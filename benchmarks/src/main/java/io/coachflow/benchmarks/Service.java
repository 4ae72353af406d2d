package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.eventlog.StepStore;
import io.coachflow.benchmarks.load.CallLimit;
import io.coachflow.benchmarks.load.Ledger;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.Race;
import io.coachflow.benchmarks.load.ReaderProbe;
import io.coachflow.benchmarks.load.SessionLoad;
import io.coachflow.benchmarks.load.StepCurve;
import io.coachflow.benchmarks.machine.CpuMeter;
import io.coachflow.benchmarks.machine.CpuTimes;
import io.coachflow.benchmarks.machine.ResidentMemory;
import io.coachflow.benchmarks.report.Round;
import io.coachflow.benchmarks.report.Startup;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.servers.Peer;
import io.coachflow.benchmarks.servers.Servers;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * A service under load, with a database of its own. After each run its log is compared
 * with what the callers were told.
 */
final class Service implements AutoCloseable {

	private static final int USERS = 200;

	/** Some readers work every second or two. */
	private static final Duration READERS_FINISH = Duration.ofSeconds(2);

	private final Servers servers;

	private final String database;

	private final Coachflow coachflow;

	private final List<String> users;

	private final CpuMeter meter;

	private final Startup startup;

	private final SessionLoad load;

	private final StepCheck check;

	private Service(Servers servers, String database, Coachflow coachflow, List<String> users, StepCheck check)
			throws IOException {
		this.servers = servers;
		this.database = database;
		this.coachflow = coachflow;
		this.check = check;
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
				new StepCheck(servers.postgres(), database, StepStore.COACHFLOW, findings));
	}

	/** Starts a peer, installed in that folder, and waits until it is ready. */
	static Service start(Servers servers, Peer peer, Path peers, Findings findings)
			throws IOException, InterruptedException {
		List<String> users = servers.issuer().users(USERS);
		return new Service(servers, peer.database(), servers.launch(peer, peers).awaitReady(), users,
				new StepCheck(servers.postgres(), peer.database(), peer.steps(), findings));
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

	/** One caller, so many complete sessions. */
	LoadResult sessions(long count) throws IOException, InterruptedException, SQLException {
		return checked(count + " sessions", () -> this.load.sessions(count));
	}

	LoadResult open(int connections, Duration duration, double stepsPerSecond)
			throws IOException, InterruptedException, SQLException {
		return checked("open loop at %d connections, %.0f steps/s".formatted(connections, stepsPerSecond),
				() -> this.load.open(connections, duration, stepsPerSecond));
	}

	/** Two answers to one step of one session at once, so many times. */
	Race.Outcome race(int sessions) throws IOException, InterruptedException, SQLException {
		long before = head();
		Race.Outcome outcome = new Race(this.coachflow, this.users).run(sessions);
		check("two answers at once (" + this.database + ")", before, outcome.ledger());
		return outcome;
	}

	/** Reads what this service and its servers have used. */
	CpuTimes cpu() {
		return this.meter.read();
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

	String database() {
		return this.database;
	}

	Startup startup() {
		return this.startup;
	}

	Coachflow coachflow() {
		return this.coachflow;
	}

	long head() throws SQLException {
		return this.check.head();
	}

	/** Compares the log behind an index with what its callers were told. */
	void check(String what, long after, Ledger ledger) throws SQLException {
		this.check.check(what, after, ledger);
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
