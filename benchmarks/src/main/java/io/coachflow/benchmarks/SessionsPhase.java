package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.eventlog.InsertLimit;
import io.coachflow.benchmarks.load.CallLimit;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.Rate;
import io.coachflow.benchmarks.report.Point;

/**
 * Parts a, b and c: sessions at each number of connections between the limits, then the
 * open loop at half and at four fifths of what the closed loop did.
 */
final class SessionsPhase {

	private static final List<Double> OFFERED = List.of(0.5, 0.8);

	private final Service service;

	private final InsertLimit inserts;

	private final CallLimit calls;

	private final Plan plan;

	private final Progress progress;

	SessionsPhase(Service service, InsertLimit inserts, Plan plan, Progress progress) {
		this.service = service;
		this.inserts = inserts;
		this.calls = service.cheapestCall();
		this.plan = plan;
		this.progress = progress;
	}

	List<Point> closed() throws IOException, InterruptedException, SQLException {
		List<Point> points = new ArrayList<>();
		for (int connections : this.plan.connections()) {
			Rate insertsBefore = this.inserts.measure(connections, this.plan.limit());
			Rate callsBefore = this.calls.measure(connections, this.plan.limit());
			LoadResult sessions = this.service.closed(connections, this.plan.closed());
			Rate callsAfter = this.calls.measure(connections, this.plan.limit());
			Rate insertsAfter = this.inserts.measure(connections, this.plan.limit());
			Point point = new Point(connections, insertsBefore, callsBefore, sessions, callsAfter, insertsAfter);
			this.progress.say(
					"closed loop, %d connections: %.2f ms of CPU a step, %,.0f steps/s; %,.0f inserts/s, %,.0f cheapest calls/s"
						.formatted(connections, sessions.cpuPerStep().together(), sessions.stepsPerSecond(),
								point.inserts(), point.calls()));
			points.add(point);
		}
		return points;
	}

	List<LoadResult> open(List<Point> points) throws IOException, InterruptedException, SQLException {
		List<LoadResult> results = new ArrayList<>();
		for (Point point : points) {
			for (double share : OFFERED) {
				LoadResult result = this.service.open(point.connections(), this.plan.open(),
						share * point.sessions().stepsPerSecond());
				this.progress.say("open loop, %d connections, %,.0f steps/s: p99 %.1f ms".formatted(point.connections(),
						result.offered(), result.latency().p99()));
				results.add(result);
			}
		}
		return results;
	}

}
