package io.coachflow.llm;

import java.math.BigDecimal;
import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenCountTests {

	@Test
	void countsAddUp() {
		TokenCount sum = new TokenCount(1, 2).plus(new TokenCount(10, 20));

		assertThat(sum).isEqualTo(new TokenCount(11, 22));
		assertThat(sum.total()).isEqualTo(33);
		assertThat(TokenCount.NONE.total()).isZero();
	}

	@Property
	void anEstimateIsNeverTooLow(@ForAll @LongRange(min = 0, max = 1_000_000_000) long characters) {
		assertThat(TokenCount.estimate(characters) * 3).isBetween(characters, characters + 2);
	}

	@Property
	void aPriceIsThatOfBothDirectionsToTheMillionth(@ForAll @LongRange(min = 0, max = 1_000_000) long in,
			@ForAll @LongRange(min = 0, max = 1_000_000) long out) {
		AiProperties settings = new AiProperties(AiProperties.Provider.OFFLINE, null, null, null, Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(1), 1, AiProperties.TokenLimitField.MAX_TOKENS, 1, 1,
				new BigDecimal("2"), new BigDecimal("8"));

		assertThat(settings.price(new TokenCount(in, out))).isEqualTo(BigDecimal.valueOf(2 * in + 8 * out, 6));
	}

	@Test
	void theEarlierDeadlineCounts() {
		Deadline hour = Deadline.in(Duration.ofHours(1));

		assertThat(hour.orIn(Duration.ofHours(2))).isEqualTo(hour);
		assertThat(hour.orIn(Duration.ofMinutes(1)).remaining()).isBetween(1L, Duration.ofMinutes(1).toNanos());
		assertThat(Deadline.in(Duration.ofSeconds(-1)).remaining()).isNegative();
	}

}
