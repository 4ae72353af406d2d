package io.coachflow.benchmarks.report;

import java.util.List;

import io.coachflow.benchmarks.load.CpuPerStep;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.CpuTimes;

/** What the sessions came to, by connections. */
final class SessionTables {

	private SessionTables() {
	}

	static Table closed(List<Point> points) {
		Table table = new Table("Sessions, closed loop; step latency in ms", "connections", "steps/s", "p50", "p90",
				"p99", "p99.9", "failures", "inserts/s before, after", "cheapest calls/s before, after");
		for (Point point : points) {
			LoadResult run = point.sessions();
			table.row(Integer.toString(point.connections()), Figure.whole(run.stepsPerSecond()),
					Figure.number(run.latency().p50()), Figure.number(run.latency().p90()),
					Figure.number(run.latency().p99()), Figure.number(run.latency().p999()),
					Long.toString(run.failures()),
					Figure.whole(point.insertsBefore().perSecond()) + ", "
							+ Figure.whole(point.insertsAfter().perSecond()),
					Figure.whole(point.callsBefore().perSecond()) + ", "
							+ Figure.whole(point.callsAfter().perSecond()));
		}
		return table;
	}

	static Table cpu(List<Point> points) {
		Table table = new Table("CPU ms per accepted step (with its share of start and complete), closed loop",
				"connections", "all three", "service", "PostgreSQL", "Redis", "JIT, apart", "client, apart",
				"cores busy", "stolen", "strangers");
		for (Point point : points) {
			CpuPerStep each = point.sessions().cpuPerStep();
			CpuTimes cpu = point.sessions().cpu();
			table.row(Integer.toString(point.connections()), Figure.number(each.together()),
					Figure.number(each.service()), Figure.number(each.postgres()), Figure.number(each.redis()),
					Figure.number(each.jit()), Figure.number(each.client()), Figure.percent(cpu.busy() / cpu.total()),
					Figure.percent(cpu.stolenShare()), Figure.percent(cpu.foreignShare()));
		}
		return table;
	}

	static Table open(List<LoadResult> runs) {
		Table table = new Table(
				"Sessions, open loop; step latency in ms from the moment each was due (no coordinated omission)",
				"connections", "offered steps/s", "accepted", "p50", "p90", "p99", "p99.9", "max", "failures");
		for (LoadResult run : runs) {
			table.row(Integer.toString(run.connections()), Figure.whole(run.offered()),
					Figure.whole(run.stepsPerSecond()), Figure.number(run.latency().p50()),
					Figure.number(run.latency().p90()), Figure.number(run.latency().p99()),
					Figure.number(run.latency().p999()), Figure.number(run.latency().max()),
					Long.toString(run.failures()));
		}
		return table;
	}

}
