package io.coachflow.saga.agent.offline;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClausesTests {

	private static final String SENTENCE = "We bake bread every morning at five, deliver it by bike, and sell cakes";

	@Test
	void aSentenceComesApartWhereItBreathes() {
		assertThat(Clauses.of(SENTENCE)).containsExactly("We bake bread every morning at five", "deliver it by bike",
				"and sell cakes");
		assertThat(Clauses.of("un; deux : trois – quatre")).containsExactly("un", "deux", "trois", "quatre");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,500 loaves", "at 6:30", "prêt-à-porter", "" })
	void notInsideANumberOrAWord(String sentence) {
		assertThat(Clauses.of(sentence)).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void asManyClausesAsFitAreTheBeginning() {
		assertThat(Clauses.upTo(SENTENCE, 60)).contains("We bake bread every morning at five, deliver it by bike");
		assertThat(Clauses.upTo(SENTENCE, 50)).contains("We bake bread every morning at five");
	}

	@Test
	void tooShortABeginningSaysTooLittle() {
		assertThat(Clauses.upTo("Well, we bake bread every morning", 20)).isEmpty();
	}

	@Property
	void aBeginningIsNoLongerThanAllowed(@ForAll String sentence, @ForAll @IntRange(min = 1, max = 80) int longest) {
		assertThat(Clauses.upTo(sentence, longest).stream()).allSatisfy((beginning) -> {
			assertThat(sentence).startsWith(beginning);
			assertThat(beginning.length()).isBetween(30, longest);
		});
		assertThat(Clauses.of(sentence))
			.allSatisfy((clause) -> assertThat(clause).isEqualTo(clause.strip()).isNotEmpty());
	}

}
