package io.coachflow.benchmarks.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.machine.MachineFacts;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one run, as {@code results.json} has them.
 *
 * @param settings of the servers
 * @param points closed loop, by connections, with the limits beside them
 * @param open open loop, by connections and rate
 * @param quiet the reader's delay at 20 steps a second
 * @param loaded the same beside half of the throughput
 * @param warmUps the first seconds of each version
 * @param peers other systems beside ours
 * @param upgrade an old version's log, opened by this one
 * @param checkedSteps acknowledged steps that were looked for in the log
 * @param violations what the log check found wrong
 */
public record Results(Instant time, String commit, boolean quick, MachineFacts machine, Map<String, String> settings,
		List<Point> points, List<LoadResult> open, @Nullable ReaderDelay quiet, @Nullable ReaderDelay loaded,
		@Nullable Replay replay, @Nullable Growth growth, @Nullable Rebuild rebuild, @Nullable HangingModel model,
		@Nullable Comparison comparison, List<WarmUp> warmUps, @Nullable Peers peers, @Nullable Upgrade upgrade,
		long checkedSteps, List<String> violations) {

	/** The figures that have targets. */
	public List<Ratio> ratios() {
		return Ratios.of(this);
	}

	/** Why the figures cannot be trusted; empty if they can. */
	public List<String> noise() {
		return Noise.of(this);
	}

}
