package io.coachflow.console.operations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What the service's meters said at a time. All but gauges count since the process began.
 *
 * @param process when the process began, in seconds, which tells processes apart
 */
record MeterSample(Instant at, double process, Calls calls, Events events, Agents agents) {

	private static final String HTTP = "http_server_requests_seconds_";

	private static final String READER = "coachflow_log_commit_to_reader_seconds_";

	private static final String BACKLOG = "coachflow_log_backlog";

	private static final String CONSUMERS = "coachflow_feed_consumers";

	private static final String PROCESS = "process_start_time_seconds";

	private static final String COMPLETIONS = "dbscheduler_task_completions_total";

	private static final String DURATION = "dbscheduler_task_duration_seconds_sum";

	private static final String LAST_RUN = "dbscheduler_task_last_run_timestamp_seconds";

	private static final Set<String> WANTED = Set.of(HTTP + "count", HTTP + "sum", HTTP + "max", READER + "count",
			READER + "bucket", BACKLOG, CONSUMERS, PROCESS, COMPLETIONS, DURATION, LAST_RUN);

	/**
	 * Calls of the API by its users.
	 *
	 * @param failed those with a status of 500 or above
	 * @param seconds how long all of them took together
	 * @param slowest the slowest one of the last minutes, in seconds
	 */
	record Calls(double count, double failed, double seconds, double slowest) {
	}

	/**
	 * Events that readers on the node got.
	 *
	 * @param delays seconds from their commit to the first reader
	 * @param waiting appends that wait for the log
	 * @param consumers how many follow the stream
	 */
	record Events(double count, Buckets delays, double waiting, double consumers) {
	}

	/**
	 * Runs of agents on the node.
	 *
	 * @param seconds how long all of them took together
	 * @param lastEnd when the last one ended; null before the first
	 */
	record Agents(double done, double failed, double seconds, @Nullable Instant lastEnd) {
	}

	static MeterSample of(Instant at, String text) {
		List<Meter> meters = PrometheusText.parse(text, WANTED::contains);
		return new MeterSample(at, sum(meters, PROCESS), calls(meters.stream().filter(MeterSample::isCall).toList()),
				new Events(sum(meters, READER + "count"),
						Buckets.of(meters.stream().filter((it) -> it.name().equals(READER + "bucket")).toList()),
						sum(meters, BACKLOG), sum(meters, CONSUMERS)),
				agents(meters));
	}

	/**
	 * Streams stay open for as long as their readers like, and what operators do is
	 * mostly this page's own polling: neither tells how users fare.
	 */
	private static boolean isCall(Meter meter) {
		String uri = meter.label("uri");
		return uri.startsWith("/api/v1/") && !uri.startsWith("/api/v1/admin/") && !uri.startsWith("/api/v1/events")
				&& !uri.endsWith("/stream");
	}

	private static Calls calls(List<Meter> meters) {
		double slowest = meters.stream()
			.filter((it) -> it.name().equals(HTTP + "max") && !Double.isNaN(it.value()))
			.mapToDouble(Meter::value)
			.max()
			.orElse(0);
		return new Calls(sum(meters, HTTP + "count"),
				sum(meters, HTTP + "count", (it) -> it.label("status").startsWith("5")), sum(meters, HTTP + "sum"),
				slowest);
	}

	private static Agents agents(List<Meter> meters) {
		double last = sum(meters, LAST_RUN);
		return new Agents(sum(meters, COMPLETIONS, (it) -> it.label("result").equals("ok")),
				sum(meters, COMPLETIONS, (it) -> it.label("result").equals("failed")), sum(meters, DURATION),
				(last > 0) ? Instant.ofEpochSecond((long) last) : null);
	}

	private static double sum(List<Meter> meters, String name) {
		return sum(meters, name, (_) -> true);
	}

	private static double sum(List<Meter> meters, String name, Predicate<Meter> which) {
		return meters.stream()
			.filter((it) -> it.name().equals(name) && which.test(it) && Double.isFinite(it.value()))
			.mapToDouble(Meter::value)
			.sum();
	}

}
