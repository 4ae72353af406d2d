package io.coachflow.console.operations;

import org.jspecify.annotations.Nullable;

/**
 * A span of time in at most two units, as a message and its arguments.
 *
 * @param key the message's key
 * @param large the larger unit's number
 * @param small the smaller unit's number; 0 where the message has one unit
 */
record TimeLeft(String key, long large, long small) {

	private static final long MINUTE = 60;

	private static final long HOUR = 60 * MINUTE;

	/**
	 * The span in words.
	 * @param seconds null while nobody knows
	 */
	static TimeLeft of(@Nullable Long seconds) {
		if (seconds == null || seconds < 0) {
			return new TimeLeft("operations.time.unknown", 0, 0);
		}
		if (seconds < MINUTE) {
			return new TimeLeft("operations.time.seconds", seconds, 0);
		}
		if (seconds < HOUR) {
			return new TimeLeft("operations.time.minutes", seconds / MINUTE, seconds % MINUTE);
		}
		return new TimeLeft("operations.time.hours", seconds / HOUR, seconds % HOUR / MINUTE);
	}

}
