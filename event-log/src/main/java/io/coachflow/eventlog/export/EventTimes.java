package io.coachflow.eventlog.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * How times of events are written for others: to the microsecond, which is what the log
 * keeps, and always as long, so that who looks at a few knows the form of all.
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
