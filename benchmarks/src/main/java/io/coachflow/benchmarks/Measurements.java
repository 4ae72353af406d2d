package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.Options.Part;
import io.coachflow.benchmarks.eventlog.InsertLimit;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.MachineFacts;
import io.coachflow.benchmarks.report.Comparison;
import io.coachflow.benchmarks.report.HangingModel;
import io.coachflow.benchmarks.report.Peers;
import io.coachflow.benchmarks.report.Point;
import io.coachflow.benchmarks.report.ReaderDelay;
import io.coachflow.benchmarks.report.Results;
import io.coachflow.benchmarks.report.Upgrade;
import io.coachflow.benchmarks.report.WarmUp;
import io.coachflow.benchmarks.servers.Servers;
import io.coachflow.benchmarks.servers.SilentProvider;
import org.jspecify.annotations.Nullable;

/** The parts of a run, one after the other, and what they came to so far. */
final class Measurements {

	private static final String MAIN = "main";

	private static final String WITHOUT = "without";

	private static final String HANGING = "hanging";

	private static final double HALF = 0.5;

	private final Findings findings;

	private final Options options;

	private final Plan plan;

	private final Progress progress;

	private final BigLogPhase bigLog;

	private List<Point> points = List.of();

	private List<LoadResult> open = List.of();

	private @Nullable ReaderDelay quiet;

	private @Nullable ReaderDelay loaded;

	private @Nullable HangingModel model;

	private @Nullable Comparison comparison;

	private List<WarmUp> warmUps = List.of();

	private @Nullable Peers peers;

	private @Nullable Upgrade upgrade;

	Measurements(Options options, Progress progress) {
		this.options = options;
		this.plan = Plan.of(options);
		this.progress = progress;
		this.findings = new Findings(progress);
		this.bigLog = new BigLogPhase(this.plan, options.parts(), this.findings, progress);
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
		if (asks(Part.PEERS)) {
			this.peers = new PeersPhase(versions, this.plan, this.progress).measure(this.options.jar(),
					this.options.peers());
		}
		if (asks(Part.UPGRADE) && baseline != null) {
			this.upgrade = new UpgradePhase(this.options, this.plan, this.findings, this.progress).measure(baseline);
		}
		if (asks(Part.LIMITS, Part.SESSIONS, Part.CPU, Part.READER)) {
			sessions(servers);
		}
		if (asks(Part.MODEL)) {
			this.model = model(servers);
		}
		if (asks(Part.REPLAY, Part.REBUILD, Part.GROWTH)) {
			this.bigLog.take(servers);
		}
	}

	/** What has been measured, even where the rest could not be. */
	Results results(Map<String, String> settings) throws IOException {
		return new Results(Instant.now(), this.options.commit(), this.options.quick(), MachineFacts.read(), settings,
				this.points, this.open, this.quiet, this.loaded, this.bigLog.replay(), this.bigLog.growth(),
				this.bigLog.rebuild(), this.model, this.comparison, this.warmUps, this.peers, this.upgrade,
				this.findings.steps(), this.findings.violations());
	}

	private void sessions(Servers servers) throws Exception {
		servers.postgres().createDatabase(MAIN);
		try (Service service = Service.start(servers, MAIN, 0, this.findings)) {
			this.progress.say("Coachflow runs; warming up");
			LoadResult warmUp = UntilWarm.load(service, Plan.CONNECTIONS, this.plan.warmUp());
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

	private HangingModel model(Servers servers) throws IOException, InterruptedException, SQLException {
		servers.postgres().createDatabase(WITHOUT);
		servers.postgres().createDatabase(HANGING);
		try (SilentProvider provider = SilentProvider.start();
				Service without = Service.start(servers, WITHOUT, 3, this.findings);
				Service hanging = Service.start(servers, HANGING, 4, provider.settings(), this.findings)) {
			return new ModelPhase(this.plan, this.progress).measure(without, hanging, provider);
		}
	}

	private boolean asks(Part... any) {
		return List.of(any).stream().anyMatch(this.options.parts()::contains);
	}

}
