package io.coachflow.query.projection;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a rebuild.
 *
 * @param percent 0 to 100, rounded down to a tenth
 * @param secondsLeft estimated from the pace so far; absent before the first event
 */
record RebuildProgress(double percent, @Nullable Long secondsLeft) {

	static final RebuildProgress DONE = new RebuildProgress(100, 0L);

	/**
	 * The progress at a time.
	 * @param position of the last event handled
	 * @param head of the log
	 * @param begunAt when the first event was read; absent before it
	 */
	static RebuildProgress at(long position, long head, @Nullable Instant begunAt, Instant now) {
		if (begunAt == null) {
			return new RebuildProgress(0, null);
		}
		if (head <= 0) {
			return DONE;
		}
		double percent = Math.floor(1000.0 * Math.min(position, head) / head) / 10;
		if (position <= 0) {
			return new RebuildProgress(percent, null);
		}
		double perEvent = Math.max(0, Duration.between(begunAt, now).toMillis()) / 1000.0 / position;
		return new RebuildProgress(percent, (long) Math.ceil(Math.max(0, head - position) * perEvent));
	}

}
