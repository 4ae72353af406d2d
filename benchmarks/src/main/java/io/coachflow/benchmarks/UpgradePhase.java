package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.nimbusds.jose.JOSEException;
import io.coachflow.benchmarks.eventlog.EventLog;
import io.coachflow.benchmarks.report.Upgrade;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.servers.Operator;
import io.coachflow.benchmarks.servers.Servers;
import io.coachflow.benchmarks.upgrade.Continuation;
import io.coachflow.benchmarks.upgrade.OldLog;
import io.coachflow.benchmarks.upgrade.ReadModels;
import io.coachflow.benchmarks.upgrade.Readings;
import tools.jackson.databind.JsonNode;

/**
 * Part l: another version writes a log and stops; this one opens it. Everything must read
 * as before, the chains must verify, read models must come out the same when they are
 * built anew, and sessions must go on.
 */
final class UpgradePhase {

	private static final String DATABASE = "upgraded";

	private static final int USERS = 200;

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	/** Packages too, which other parts leave to other nodes. */
	private static final Map<String, String> ALL_ROLES = Map.of("COACHFLOW_ROLES", "api,projections,enrichment");

	private static final Map<String, String> SHORT_LIVES = Map.of("COACHFLOW_SESSION_TTL", "PT20S");

	private final Options options;

	private final Plan.Old plan;

	private final Findings findings;

	private final Progress progress;

	UpgradePhase(Options options, Plan plan, Findings findings, Progress progress) {
		this.options = options;
		this.plan = plan.old();
		this.findings = findings;
		this.progress = progress;
	}

	Upgrade measure(Path baseline) throws IOException, InterruptedException, SQLException, JOSEException {
		try (Servers servers = Servers.start(this.options.work(), this.options.jar(), this.options.jvmOptions())) {
			servers.postgres().createDatabase(DATABASE);
			OldLog log = new OldLog(this.plan.sessions(), servers.issuer().users(USERS));
			Readings before = write(servers, baseline, log);
			long events = events(servers, "");
			this.progress.say("the old version wrote %,d sessions, %,d events".formatted(this.plan.sessions(), events));
			try (Coachflow newer = servers.launch(DATABASE, 0, ALL_ROLES).awaitReady()) {
				return open(servers, newer, new Operator(newer, servers.issuer()), log, before, events, baseline);
			}
		}
	}

	private Readings write(Servers servers, Path baseline, OldLog log)
			throws IOException, InterruptedException, SQLException {
		try (Coachflow old = servers.launch(baseline, DATABASE, 0, SHORT_LIVES).awaitReady()) {
			log.writeExpiring(old);
			await(servers, "session.expired", log.count((kind) -> kind.expires()));
		}
		try (Coachflow old = servers.launch(baseline, DATABASE, 0, ALL_ROLES).awaitReady()) {
			log.writeOthers(old);
			this.progress.say("the old version makes the packages");
			await(servers, "package.completed", log.count((kind) -> kind.completes()));
			new Operator(old, servers.issuer()).awaitReaders();
			return Readings.of(old, log, this.plan.sample(), servers.issuer().auditor());
		}
	}

	private Upgrade open(Servers servers, Coachflow newer, Operator operator, OldLog log, Readings before, long events,
			Path baseline) throws IOException, InterruptedException, SQLException {
		Set<String> newFields = new TreeSet<>();
		List<String> wrong = new ArrayList<>(compare(newer, servers, log, before, newFields, "after the start"));
		verify(operator, wrong);
		operator.awaitReaders();
		this.progress.say("building anew: " + operator.rebuildAll());
		operator.awaitReaders();
		ReadModels models;
		try (Connection connection = servers.postgres().connect(DATABASE)) {
			models = ReadModels.compare(connection, servers.redis());
		}
		wrong.addAll(models.differences());
		wrong.addAll(compare(newer, servers, log, before, newFields, "after the rebuild"));
		int continued = Continuation.of(newer, log);
		verify(operator, wrong);
		this.findings.checked("the old log", 0, wrong);
		this.progress.say("%,d old sessions went on to their package".formatted(continued));
		return new Upgrade(baseline.toString(), this.plan.sessions(), events,
				before.bodies().size() - before.count("/history") - before.count("/package"), before.count("/history"),
				before.count("/package"), newFields, models.rows(), continued);
	}

	private List<String> compare(Coachflow newer, Servers servers, OldLog log, Readings before, Set<String> newFields,
			String when) throws IOException {
		List<String> differences = before
			.differences(Readings.of(newer, log, this.plan.sample(), servers.issuer().auditor()), newFields);
		this.progress.say("%,d bodies read %s: %,d differ".formatted(before.bodies().size(), when, differences.size()));
		return differences.stream().map((difference) -> when + ", " + difference).toList();
	}

	private void verify(Operator operator, List<String> wrong) throws IOException {
		JsonNode verification = operator.verify();
		this.progress
			.say("audit/verify: valid " + verification.get("valid") + ", " + verification.get("events") + " events");
		if (!verification.get("valid").asBoolean()) {
			wrong.add("the log does not verify: " + verification);
		}
	}

	private static void await(Servers servers, String event, long count)
			throws IOException, InterruptedException, SQLException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (events(servers, "io.coachflow." + event) < count) {
			if (System.nanoTime() > end) {
				throw new IOException("There are not %,d events %s".formatted(count, event));
			}
			Thread.sleep(200);
		}
	}

	/** All, or those of a name. */
	private static long events(Servers servers, String name) throws SQLException {
		try (Connection connection = servers.postgres().connect(DATABASE)) {
			EventLog log = new EventLog(connection);
			return name.isEmpty() ? log.count() : log.count(name);
		}
	}

}
