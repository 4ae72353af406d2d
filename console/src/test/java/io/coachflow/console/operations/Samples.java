package io.coachflow.console.operations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.rest.DeadLetterPage;
import io.coachflow.contracts.rest.DeadLetterView;
import io.coachflow.contracts.rest.ProjectionFailure;
import io.coachflow.contracts.rest.ProjectionView;
import io.coachflow.contracts.rest.RebuildView;

/**
 * Invented answers of the service.
 */
final class Samples {

	static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private Samples() {
	}

	static ProjectionView projection(String name, String state, long lag, RebuildView rebuild) {
		return new ProjectionView(name, state, true, 1042 - lag, 1042, lag, lag / 10.0, 2, 2, null, 0, rebuild, null);
	}

	static ProjectionView failing(String error) {
		return new ProjectionView("session-list", "failing", true, 7, 1042, 1035, 3.5, 2, 2, error, 1, null,
				new ProjectionFailure(error, 8, NOON));
	}

	static RebuildView rebuild(double percent, Long secondsLeft, long deadLetters) {
		return new RebuildView(512, percent, secondsLeft, "admin", NOON, NOON, null, null, deadLetters);
	}

	static DeadLetterPage letters(String text, String next) {
		return new DeadLetterPage(List.of(new DeadLetterView("letter-1", text, text, 3L, text, "1", 2, NOON,
				NOON.plusSeconds(1), NOON.plusSeconds(60), text)), next);
	}

	/**
	 * What Prometheus reads, after a number of calls of 20 ms and events of at most 5 ms.
	 */
	static String meters(double process, double calls, double events, double runs) {
		return String.format(Locale.ROOT,
				"""
						# HELP http_server_requests_seconds
						# TYPE http_server_requests_seconds summary
						http_server_requests_seconds_count{error="none",method="POST",status="200",uri="/api/v1/coaching/step"} %2$s
						http_server_requests_seconds_sum{error="none",method="POST",status="200",uri="/api/v1/coaching/step"} %3$s
						http_server_requests_seconds_max{error="none",method="POST",status="200",uri="/api/v1/coaching/step"} 0.25
						http_server_requests_seconds_count{error="none",method="POST",status="503",uri="/api/v1/coaching/start"} 3
						http_server_requests_seconds_count{error="none",method="GET",status="200",uri="/api/v1/admin/projections"} 9999
						http_server_requests_seconds_count{error="none",method="GET",status="200",uri="/api/v1/events"} 9999
						http_server_requests_seconds_count{error="none",method="GET",status="200",uri="/operations"} 9999
						http_server_requests_seconds_max{error="none",method="GET",status="200",uri="/api/v1/events"} 90
						coachflow_log_commit_to_reader_seconds_bucket{le="0.001"} 0
						coachflow_log_commit_to_reader_seconds_bucket{le="0.005"} %4$s
						coachflow_log_commit_to_reader_seconds_bucket{le="+Inf"} %4$s
						coachflow_log_commit_to_reader_seconds_count %4$s
						coachflow_log_backlog 0.0
						coachflow_feed_consumers 2.0
						process_start_time_seconds %1$s
						dbscheduler_task_completions_total{result="ok",task="run-agent"} %5$s
						dbscheduler_task_completions_total{result="failed",task="run-agent"} 1.0
						dbscheduler_task_duration_seconds_sum{task="run-agent"} 12.0
						dbscheduler_task_last_run_timestamp_seconds{task="run-agent"} 1.7643132E9
						""",
				process, calls, calls * 0.02, events, runs);
	}

}
