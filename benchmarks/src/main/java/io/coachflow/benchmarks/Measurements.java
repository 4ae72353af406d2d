package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.Options.Part;
import io.coachflow.benchmarks.eventlog.BigLog;
import io.coachflow.benchmarks.eventlog.InsertLimit;
import io.coachflow.benchmarks.eventlog.ProcessorTokens;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.MachineFacts;
import io.coachflow.benchmarks.report.Comparison;
import io.coachflow.benchmarks.report.Growth;
import io.coachflow.benchmarks.report.HangingModel;
import io.coachflow.benchmarks.report.Point;
import io.coachflow.benchmarks.report.ReaderDelay;
import io.coachflow.benchmarks.report.Rebuild;
import io.coachflow.benchmarks.report.Replay;
import io.coachflow.benchmarks.report.Results;
import io.coachflow.benchmarks.report.WarmUp;
import io.coachflow.benchmarks.servers.Servers;
import io.coachflow.benchmarks.servers.SilentProvider;
import org.jspecify.annotations.Nullable;

/** The parts of a run, one after the other, and what they came to so far. */
final class Measurements {

	private static final String MAIN = "main";

	private static final String EMPTY = "empty";

	private static final String BIG = "big";

	private static final String WITHOUT = "without";

	private static final String HANGING = "hanging";

	private static final double HALF = 0.5;

	/** Of which one is copied; more than one lets a failed call not matter. */
	private static final int TEMPLATES = 3;

	private final Findings findings;

	private final Options options;

	private final Plan plan;

	private final Progress progress;

	private List<Point> points = List.of();

	private List<LoadResult> open = List.of();

	private @Nullable ReaderDelay quiet;

	private @Nullable ReaderDelay loaded;

	private @Nullable Replay replay;

	private @Nullable Growth growth;

	private @Nullable Rebuild rebuild;

	private @Nullable HangingModel model;

	private @Nullable Comparison comparison;

	private List<WarmUp> warmUps = List.of();

	Measurements(Options options, Progress progress) {
		this.options = options;
		this.plan = Plan.of(options);
		this.progress = progress;
		this.findings = new Findings(progress);
	}

	/** Measures what the options ask for. */
	void take(Servers servers) throws Exception {
		Versions versions = new Versions(this.options, this.findings, this.progress);
		Path baseline = this.options.baseline();
		if (asks(Part.COMPARISON) && baseline != null) {
			this.comparison = new ComparisonPhase(versions, this.plan, this.progress).measure(this.options.jar(),
					baseline);
		}
		if (asks(Part.WARM_UP)) {
			this.warmUps = new WarmUpPhase(versions, this.plan, this.progress).measure(this.options.jar(), baseline);
		}
		if (asks(Part.LIMITS, Part.SESSIONS, Part.CPU, Part.READER)) {
			sessions(servers);
		}
		if (asks(Part.MODEL)) {
			this.model = model(servers);
		}
		if (asks(Part.REPLAY, Part.REBUILD, Part.GROWTH)) {
			bigLog(servers);
		}
	}

	/** What has been measured, even where the rest could not be. */
	Results results(Map<String, String> settings) throws IOException {
		return new Results(Instant.now(), this.options.commit(), this.options.quick(), MachineFacts.read(), settings,
				this.points, this.open, this.quiet, this.loaded, this.replay, this.growth, this.rebuild, this.model,
				this.comparison, this.warmUps, this.findings.steps(), this.findings.violations());
	}

	private void sessions(Servers servers) throws Exception {
		servers.postgres().createDatabase(MAIN);
		try (Service service = Service.start(servers, MAIN, 0, this.findings)) {
			this.progress.say("Coachflow runs; warming up");
			LoadResult warmUp = service.warmUp(Plan.CONNECTIONS, this.plan.warmUp());
			if (asks(Part.LIMITS, Part.SESSIONS, Part.CPU)) {
				SessionsPhase phase = new SessionsPhase(service, InsertLimit.like(servers.postgres(), MAIN), this.plan,
						this.progress);
				this.points = phase.closed();
				this.open = asks(Part.SESSIONS) ? phase.open(this.points) : List.of();
			}
			if (asks(Part.READER)) {
				ReaderPhase phase = new ReaderPhase(servers, service, this.plan, this.progress);
				this.quiet = phase.measure(0);
				this.loaded = phase.measure(HALF * throughput(warmUp));
			}
		}
	}

	/** At the ratios' connections; the warm-up's where that is all there is. */
	private double throughput(LoadResult warmUp) {
		return this.points.stream()
			.filter((point) -> point.connections() == Plan.CONNECTIONS)
			.map(Point::sessions)
			.findAny()
			.orElse(warmUp)
			.stepsPerSecond();
	}

	private void bigLog(Servers servers) throws IOException, InterruptedException, SQLException {
		servers.postgres().createDatabase(BIG);
		try (Service service = Service.start(servers, BIG, 2, this.findings)) {
			// Makes the tables, and a session to copy
			service.sessions(TEMPLATES);
		}
		BigLog log = new BigLog(servers.postgres(), BIG, this.progress::say);
		if (asks(Part.REPLAY)) {
			this.replay = new ReplayPhase(servers, BIG, 2, this.progress).measure(log.fillTo(this.plan.replayed()));
		}
		if (asks(Part.REBUILD)) {
			this.rebuild = rebuild(servers, log.fillTo(this.plan.rebuilt()));
		}
		if (asks(Part.GROWTH)) {
			this.growth = growth(servers, log.fillTo(this.plan.events()));
		}
	}

	private Rebuild rebuild(Servers servers, long events) throws IOException, InterruptedException, SQLException {
		skipTo(servers, events);
		try (Service service = Service.start(servers, BIG, 2, this.findings)) {
			return new RebuildPhase(servers, service, BIG, this.plan, this.findings, this.progress).measure(events);
		}
	}

	private HangingModel model(Servers servers) throws IOException, InterruptedException, SQLException {
		servers.postgres().createDatabase(WITHOUT);
		servers.postgres().createDatabase(HANGING);
		try (SilentProvider provider = SilentProvider.start();
				Service without = Service.start(servers, WITHOUT, 3, this.findings);
				Service hanging = Service.start(servers, HANGING, 4, provider.settings(), this.findings)) {
			return new ModelPhase(this.plan, this.progress).measure(without, hanging, provider);
		}
	}

	/** The live read models lack what was filled in, and do not matter. */
	private static void skipTo(Servers servers, long events) throws SQLException {
		try (Connection connection = servers.postgres().connect(BIG)) {
			new ProcessorTokens(connection).moveAllTo(events);
		}
		servers.redis().flush();
	}

	private Growth growth(Servers servers, long events) throws IOException, InterruptedException, SQLException {
		skipTo(servers, events);
		servers.postgres().createDatabase(EMPTY);
		try (Service empty = Service.start(servers, EMPTY, 1, this.findings);
				Service big = Service.start(servers, BIG, 2, this.findings)) {
			return new GrowthPhase(this.plan, this.progress).measure(empty, big, events);
		}
	}

	private boolean asks(Part... any) {
		return List.of(any).stream().anyMatch(this.options.parts()::contains);
	}

}
