package io.coachflow.query.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and moments, and refuses those of which nothing here can be: the calendar
 * knows years that neither PostgreSQL nor arithmetic does.
 */
public final class Times {

	private static final Instant BEGINNING = Instant.EPOCH;

	private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

	private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

	private Times() {
	}

	/**
	 * A moment of a parameter, as RFC 3339 has it; absent where the parameter is.
	 * @throws ApiException where it is none, or not of the years 1970 to 9999
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
			// told below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST, parameter
				+ " is a moment as RFC 3339 has it, such as 2026-11-22T12:00:00Z, from 1970 to 9999; a + in it is sent as %2B.");
	}

	/**
	 * A day of a parameter; absent where the parameter is.
	 * @throws ApiException where it is none, or not of the years 1970 to 9999
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
			// told below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				parameter + " is a day such as 2026-11-22, from 1970 to 9999.");
	}

	/** Whether something could have happened then, and PostgreSQL can compare it. */
	public static boolean isComparable(Instant time) {
		return !time.isBefore(BEGINNING) && time.isBefore(END);
	}

}
