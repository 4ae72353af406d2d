package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.eventlog.ReadModelSlots;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.report.Rebuild;
import io.coachflow.benchmarks.servers.Operator;
import io.coachflow.benchmarks.servers.Servers;

/**
 * Part g: the list of sessions is built anew beside half of the load that the service can
 * bear, and compared row by row with the fold of the log.
 */
final class RebuildPhase {

	private static final String PROJECTION = "session-list";

	private static final double HALF = 0.5;

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	/** From the log alone, without the service's code. */
	private static final String DIFFERENCES = """
			WITH fold AS (
			    SELECT aggregate_id AS session_id,
			           max(convert_from(payload, 'UTF8')::json ->> 'user_id') FILTER (WHERE event_name = 'io.coachflow.session.started') AS user_id,
			           count(*) FILTER (WHERE event_name = 'io.coachflow.session.step-answered')::integer AS answered,
			           CASE WHEN bool_or(event_name = 'io.coachflow.session.completed') THEN 'completed' ELSE 'live' END AS phase,
			           max(sequence_number) AS sequence, min(occurred_at) AS started_at, max(occurred_at) AS updated_at
			    FROM event_log WHERE aggregate_type = 'CoachingSession' GROUP BY aggregate_id),
			rows AS (SELECT session_id, user_id, answered, phase, sequence, started_at, updated_at FROM %s)
			SELECT (SELECT count(*) FROM (TABLE fold EXCEPT TABLE rows) AS missing)
			     + (SELECT count(*) FROM (TABLE rows EXCEPT TABLE fold) AS wrong), (SELECT count(*) FROM rows)""";

	private final Servers servers;

	private final Service service;

	private final Operator operator;

	private final String database;

	private final Plan plan;

	private final Findings findings;

	private final Progress progress;

	RebuildPhase(Servers servers, Service service, String database, Plan plan, Findings findings, Progress progress) {
		this.servers = servers;
		this.service = service;
		this.operator = new Operator(service.coachflow(), servers.issuer());
		this.database = database;
		this.plan = plan;
		this.findings = findings;
		this.progress = progress;
	}

	Rebuild measure(long events) throws IOException, InterruptedException, SQLException {
		double rate = HALF * UntilWarm.load(this.service, Plan.CONNECTIONS, this.plan.warmUp()).stepsPerSecond();
		List<LoadResult> quiet = new ArrayList<>(quiet(rate));
		long begun = System.nanoTime();
		double seconds = 0;
		this.operator.rebuild(PROJECTION);
		List<LoadResult> during = new ArrayList<>();
		while (seconds == 0) {
			LoadResult run = this.service.open(Plan.CONNECTIONS, this.plan.turn(), rate);
			if (this.operator.isRebuilt(PROJECTION)) {
				seconds = (System.nanoTime() - begun) / 1e9;
			}
			else {
				during.add(run);
				this.progress.say("rebuild beside %,.0f steps/s: %s %%, p99 %.1f ms".formatted(rate,
						this.operator.projection(PROJECTION).at("/rebuild/progress_percent").asString(),
						run.latency().p99()));
			}
			if (System.nanoTime() - begun > PATIENCE.toNanos()) {
				throw new IOException("The rebuild did not end within " + PATIENCE);
			}
		}
		quiet.addAll(quiet(rate));
		return new Rebuild(events, seconds, quiet, during, compare());
	}

	private List<LoadResult> quiet(double rate) throws IOException, InterruptedException, SQLException {
		List<LoadResult> runs = new ArrayList<>();
		for (int run = 0; run < this.plan.turns() / 2; run++) {
			runs.add(this.service.open(Plan.CONNECTIONS, this.plan.turn(), rate));
			this.progress.say("without a rebuild beside it: p99 %.1f ms".formatted(runs.getLast().latency().p99()));
		}
		return runs;
	}

	private long compare() throws IOException, InterruptedException, SQLException {
		while (this.operator.projection(PROJECTION).get("lag_events").asLong() > 0) {
			Thread.sleep(100);
		}
		try (Connection connection = this.servers.postgres().connect(this.database);
				Statement statement = connection.createStatement()) {
			String table = new ReadModelSlots(connection).live(PROJECTION, "session_list");
			try (ResultSet result = statement.executeQuery(DIFFERENCES.formatted(table))) {
				result.next();
				long different = result.getLong(1);
				this.findings.checked("rebuild", 0, (different == 0) ? List.of()
						: List.of("%,d rows of %s differ from the log".formatted(different, table)));
				return result.getLong(2);
			}
		}
	}

}
