package io.coachflow.benchmarks;

import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.Options.Part;
import io.coachflow.benchmarks.eventlog.BigLog;
import io.coachflow.benchmarks.eventlog.InsertLimit;
import io.coachflow.benchmarks.eventlog.ProcessorTokens;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.MachineFacts;
import io.coachflow.benchmarks.report.Growth;
import io.coachflow.benchmarks.report.Point;
import io.coachflow.benchmarks.report.ReaderDelay;
import io.coachflow.benchmarks.report.Replay;
import io.coachflow.benchmarks.report.Report;
import io.coachflow.benchmarks.report.Results;
import io.coachflow.benchmarks.servers.Servers;
import org.jspecify.annotations.Nullable;

/**
 * One run: starts everything, measures part by part, reports. Ends with 1 where the log
 * does not hold what callers were told, with 2 where the run could not be made.
 */
public final class Benchmark {

	private static final String MAIN = "main";

	private static final String EMPTY = "empty";

	private static final String BIG = "big";

	private final Progress progress = new Progress();

	private final Findings findings = new Findings(this.progress);

	private final Options options;

	private final Plan plan;

	private List<Point> points = List.of();

	private List<LoadResult> open = List.of();

	private @Nullable ReaderDelay quiet;

	private @Nullable ReaderDelay loaded;

	private @Nullable Replay replay;

	private @Nullable Growth growth;

	private Benchmark(Options options) {
		this.options = options;
		this.plan = Plan.of(options);
	}

	public static void main(String[] arguments) {
		int exitCode = 2;
		try {
			exitCode = new Benchmark(Options.parse(arguments)).run();
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
		System.exit(exitCode);
	}

	private int run() throws Exception {
		Results results;
		try (Servers servers = Servers.start(this.options.work(), this.options.jar(), this.options.jvmOptions())) {
			Map<String, String> settings = new LinkedHashMap<>(servers.postgres().settings());
			settings.put("redis_version", servers.redis().version());
			settings.put("jvm", String.join(" ", this.options.jvmOptions()));
			this.progress.say("PostgreSQL and Redis run: " + settings);
			if (asks(Part.LIMITS, Part.SESSIONS, Part.CPU, Part.READER)) {
				sessions(servers);
			}
			if (asks(Part.REPLAY, Part.GROWTH)) {
				bigLog(servers);
			}
			results = new Results(Instant.now(), this.options.commit(), this.options.quick(), MachineFacts.read(),
					settings, this.points, this.open, this.quiet, this.loaded, this.replay, this.growth,
					this.findings.steps(), this.findings.violations());
		}
		new Report(results).write(this.options.out());
		return results.violations().isEmpty() ? 0 : 1;
	}

	private void sessions(Servers servers) throws Exception {
		servers.postgres().createDatabase(MAIN);
		try (Service service = Service.start(servers, MAIN, 0, this.findings)) {
			this.progress.say("Coachflow runs; warming up");
			LoadResult warm = service.closed(Plan.CONNECTIONS, this.plan.warmUp());
			if (asks(Part.LIMITS, Part.SESSIONS, Part.CPU)) {
				SessionsPhase phase = new SessionsPhase(service, InsertLimit.like(servers.postgres(), MAIN), this.plan,
						this.progress);
				this.points = phase.closed();
				this.open = asks(Part.SESSIONS) ? phase.open(this.points) : List.of();
			}
			if (asks(Part.READER)) {
				ReaderPhase phase = new ReaderPhase(servers, service, this.plan, this.progress);
				this.quiet = phase.measure(0);
				this.loaded = phase.measure(0.5 * warm.stepsPerSecond());
			}
		}
	}

	private void bigLog(Servers servers) throws Exception {
		servers.postgres().createDatabase(BIG);
		try (Service service = Service.start(servers, BIG, 2, this.findings)) {
			// Makes the tables, and a session to copy
			service.closed(1, this.plan.limit());
		}
		BigLog log = new BigLog(servers.postgres(), BIG, this.progress::say);
		if (asks(Part.REPLAY)) {
			this.replay = new ReplayPhase(servers, BIG, 2, this.progress).measure(log.fillTo(this.plan.replayed()));
		}
		if (asks(Part.GROWTH)) {
			long events = log.fillTo(this.plan.events());
			try (Connection connection = servers.postgres().connect(BIG)) {
				new ProcessorTokens(connection).moveAllTo(events);
			}
			servers.redis().flush();
			servers.postgres().createDatabase(EMPTY);
			try (Service empty = Service.start(servers, EMPTY, 1, this.findings);
					Service big = Service.start(servers, BIG, 2, this.findings)) {
				this.growth = new GrowthPhase(this.plan, this.progress).measure(empty, big, events);
			}
		}
	}

	private boolean asks(Part... any) {
		return List.of(any).stream().anyMatch(this.options.parts()::contains);
	}

}
