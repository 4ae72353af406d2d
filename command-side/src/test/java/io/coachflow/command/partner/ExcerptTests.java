package io.coachflow.command.partner;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

	@Test
	void isTheFirstSentenceWithoutItsFullStop() {
		assertThat(Excerpt.of("We bake 3.5 tonnes in Dakar. And more!", "en")).contains("We bake 3.5 tonnes in Dakar");
		assertThat(Excerpt.of("  ", "en")).isEmpty();
	}

	@Test
	void isCutBetweenClausesOnly() {
		String clause = "we bake three hundred loaves of the very best bread for the families of the harbour";

		assertThat(Excerpt.of(clause + ", " + clause + ", " + clause, "en")).contains(clause);
		assertThat(Excerpt.of("bread ".repeat(100), "en")).isEmpty();
		assertThat(Excerpt.of("1 500 ".repeat(100), "en")).isEmpty();
	}

	@Test
	void aLineIsPlain() {
		assertThat(Excerpt.line("<b>We</b> stay\n*small*!!")).isEqualTo("We stay small");
	}

}
