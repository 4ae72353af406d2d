package io.coachflow.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

	@Property
	void secondsAreWaitedForUpToADay(@ForAll @IntRange(min = 0, max = 999_999_999) int seconds) {
		assertThat(RetryAfter.parse(" " + seconds + " ", CLOCK))
			.contains(Duration.ofSeconds(Math.min(seconds, 86_400)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Sun, 22 Nov 2026 12:00:30 GMT | PT30S",
			"Sun, 22 Nov 2026 11:59:59 GMT | PT0S", "Tue, 24 Nov 2026 12:00:00 GMT | PT24H" })
	void aDateIsThatFarAway(String header, Duration wait) {
		assertThat(RetryAfter.parse(header, CLOCK)).contains(wait);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-1", "1.5", "1000000000", "Mon, 22 Nov 2026 12:00:30 GMT", "2026-11-22" })
	void whatIsNeitherSaysNothing(String header) {
		assertThat(RetryAfter.parse(header, CLOCK)).isEmpty();
	}

	@Property
	void noHeaderDoesHarm(@ForAll String header) {
		assertThat(RetryAfter.parse(header, CLOCK).orElse(Duration.ZERO)).isBetween(Duration.ZERO, Duration.ofDays(1));
	}

}
