package io.coachflow.llm;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date.
 */
final class RetryAfter {

	/** The upper limit, whatever a provider says. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private RetryAfter() {
	}

	/** How long to wait, from zero to a day; empty if the header has neither form. */
	static Optional<Duration> parse(String header, Clock clock) {
		String value = header.strip();
		try {
			Duration wait = value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration
				.between(clock.instant(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			if (wait.isNegative()) {
				return Optional.of(Duration.ZERO);
			}
			return Optional.of((wait.compareTo(LONGEST) > 0) ? LONGEST : wait);
		}
		catch (DateTimeException _) {
			return Optional.empty();
		}
	}

}
