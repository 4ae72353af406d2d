package io.coachflow.benchmarks.load;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommitToReaderTests {

	private static final String BEFORE = """
			# TYPE coachflow_log_commit_to_reader_seconds histogram
			coachflow_log_commit_to_reader_seconds_bucket{application="coachflow",processor="view",le="0.001"} 100
			coachflow_log_commit_to_reader_seconds_bucket{application="coachflow",processor="view",le="0.01"} 100
			coachflow_log_commit_to_reader_seconds_bucket{application="coachflow",processor="view",le="+Inf"} 100
			coachflow_log_commit_to_reader_seconds_count{application="coachflow",processor="view"} 100
			""";

	@Test
	void countsWhatCameSinceAndGoesLinearlyThroughABucket() {
		CommitToReader after = CommitToReader.parse(BEFORE.replace("le=\"0.001\"} 100", "le=\"0.001\"} 190")
			.replace("le=\"0.01\"} 100", "le=\"0.01\"} 200")
			.replace("le=\"+Inf\"} 100", "le=\"+Inf\"} 200"));
		CommitToReader since = after.since(CommitToReader.parse(BEFORE));
		assertThat(since.millis(50).get("view")).isCloseTo(0.556, within());
		assertThat(since.millis(95).get("view")).isCloseTo(5.5, within());
	}

	@Test
	void isInfiniteBehindTheLastBound() {
		String metrics = BEFORE.replace("le=\"+Inf\"} 100", "le=\"+Inf\"} 1000");
		assertThat(CommitToReader.parse(metrics).millis(99)).containsEntry("view", Double.POSITIVE_INFINITY);
	}

	@Test
	void knowsNoProcessorWithoutTheTimerOrWithoutEvents() {
		CommitToReader metrics = CommitToReader.parse(BEFORE);
		assertThat(CommitToReader.parse("jvm_threads 5").millis(99)).isEmpty();
		assertThat(metrics.since(metrics).millis(99)).isEmpty();
	}

	private static Offset<Double> within() {
		return Offset.offset(0.001);
	}

}
