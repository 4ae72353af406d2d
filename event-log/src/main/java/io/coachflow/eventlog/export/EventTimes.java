package io.coachflow.eventlog.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Formats the times of events for exports and feeds: always with six decimals, which is
 * the precision of the log.
 */
public final class EventTimes {

	private static final DateTimeFormatter MICROSECONDS = new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

	private EventTimes() {
	}

	/** The time in UTC, such as {@code 2026-11-22T14:00:00.000000Z}. */
	public static String text(Instant time) {
		return MICROSECONDS.format(time);
	}

}
