package io.coachflow.query.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Parses days and times of requests. Only the years 1970 to 9999 are accepted:
 * {@code java.time} knows years for which PostgreSQL and arithmetic fail.
 */
public final class Times {

	private static final Instant BEGINNING = Instant.EPOCH;

	private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

	private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

	private Times() {
	}

	/**
	 * Parses a time as in RFC 3339; null for null.
	 * @throws ApiException if it is no such time, or not from the years 1970 to 9999
	 */
	public static @Nullable Instant moment(String parameter, @Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			Instant moment = OffsetDateTime.parse(text).toInstant();
			if (isComparable(moment)) {
				return moment;
			}
		}
		catch (DateTimeException _) {
			// Refused below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST, parameter
				+ " is a moment as RFC 3339 has it, such as 2026-11-22T12:00:00Z, from 1970 to 9999; a + in it is sent as %2B.");
	}

	/**
	 * Parses a day such as {@code 2026-11-22}; null for null.
	 * @throws ApiException if it is no such day, or not from the years 1970 to 9999
	 */
	public static @Nullable LocalDate day(String parameter, @Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(text);
			if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
				return day;
			}
		}
		catch (DateTimeException _) {
			// Refused below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				parameter + " is a day such as 2026-11-22, from 1970 to 9999.");
	}

	/** Whether the time is from the years 1970 to 9999, which PostgreSQL can compare. */
	public static boolean isComparable(Instant time) {
		return !time.isBefore(BEGINNING) && time.isBefore(END);
	}

}
