package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import io.coachflow.benchmarks.Options.Part;
import io.coachflow.benchmarks.eventlog.BigLog;
import io.coachflow.benchmarks.eventlog.ProcessorTokens;
import io.coachflow.benchmarks.report.Growth;
import io.coachflow.benchmarks.report.Rebuild;
import io.coachflow.benchmarks.report.Replay;
import io.coachflow.benchmarks.servers.Servers;
import org.jspecify.annotations.Nullable;

/**
 * Parts d, e and g, which share a log that grows from one to the next. What was measured
 * stays where a later one fails.
 */
final class BigLogPhase {

	private static final String EMPTY = "empty";

	private static final String BIG = "big";

	/** Of which one is copied; more than one lets a failed call not matter. */
	private static final int TEMPLATES = 3;

	private final Plan plan;

	private final Set<Part> parts;

	private final Findings findings;

	private final Progress progress;

	private @Nullable Replay replay;

	private @Nullable Growth growth;

	private @Nullable Rebuild rebuild;

	BigLogPhase(Plan plan, Set<Part> parts, Findings findings, Progress progress) {
		this.plan = plan;
		this.parts = parts;
		this.findings = findings;
		this.progress = progress;
	}

	/** Measures what is asked for. */
	void take(Servers servers) throws IOException, InterruptedException, SQLException {
		servers.postgres().createDatabase(BIG);
		try (Service service = Service.start(servers, BIG, 2, this.findings)) {
			// Makes the tables, and a session to copy
			service.sessions(TEMPLATES);
		}
		BigLog log = new BigLog(servers.postgres(), BIG, this.progress::say);
		if (this.parts.contains(Part.REPLAY)) {
			this.replay = new ReplayPhase(servers, BIG, 2, this.progress).measure(log.fillTo(this.plan.replayed()));
		}
		if (this.parts.contains(Part.REBUILD)) {
			this.rebuild = rebuild(servers, log.fillTo(this.plan.rebuilt()));
		}
		if (this.parts.contains(Part.GROWTH)) {
			this.growth = growth(servers, log.fillTo(this.plan.events()));
		}
	}

	private Rebuild rebuild(Servers servers, long events) throws IOException, InterruptedException, SQLException {
		skipTo(servers, events);
		try (Service service = Service.start(servers, BIG, 2, this.findings)) {
			return new RebuildPhase(servers, service, BIG, this.plan, this.findings, this.progress).measure(events);
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

	@Nullable Replay replay() {
		return this.replay;
	}

	@Nullable Growth growth() {
		return this.growth;
	}

	@Nullable Rebuild rebuild() {
		return this.rebuild;
	}

}
