package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.text.Sectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	private static final Knowledge ENGLISH = Knowledge.load(Locale.ENGLISH, Sectors.load(), Countries.load());

	private static final String SENTENCE = "We bake bread every morning at five, deliver it by bike, and sell cakes";

	private final Answers bakery = new Answers(Businesses.BAKERY_IN_AUSTIN, 1, ENGLISH);

	private final Answers restaurant = new Answers(Businesses.RESTAURANT_IN_DAKAR, 1,
			Knowledge.load(Locale.FRENCH, Sectors.load(), Countries.load()));

	@Test
	void aSentenceComesApartWhereItBreathes() {
		assertThat(Answers.clauses(SENTENCE)).containsExactly("We bake bread every morning at five",
				"deliver it by bike", "and sell cakes");
		assertThat(Answers.clauses("un; deux : trois – quatre")).containsExactly("un", "deux", "trois", "quatre");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,500 loaves", "at 6:30", "prêt-à-porter", "" })
	void notInsideANumberOrAWord(String sentence) {
		assertThat(Answers.clauses(sentence)).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void asManyClausesAsFitAreTheBeginning() {
		assertThat(Answers.beginning(SENTENCE, 60)).contains("We bake bread every morning at five, deliver it by bike");
		assertThat(Answers.beginning(SENTENCE, 50)).contains("We bake bread every morning at five");
	}

	@Test
	void tooShortABeginningSaysTooLittle() {
		assertThat(Answers.beginning("Well, we bake bread every morning", 20)).isEmpty();
	}

	@Property
	void aBeginningIsNoLongerThanAllowed(@ForAll String sentence, @ForAll @IntRange(min = 1, max = 80) int longest) {
		assertThat(Answers.beginning(sentence, longest).stream()).allSatisfy((beginning) -> {
			assertThat(sentence).startsWith(beginning);
			assertThat(beginning.length()).isBetween(30, longest);
		});
		assertThat(Answers.clauses(sentence))
			.allSatisfy((clause) -> assertThat(clause).isEqualTo(clause.strip()).isNotEmpty());
	}

	@Test
	void whatIsSaidOfOthersIsNotOnesOwn() {
		assertThat(this.bakery.sentences(Field.DIFFERENCE)).hasSize(2);
		assertThat(this.restaurant.own(Field.DIFFERENCE)).noneMatch((sentence) -> sentence.contains("voisins"));
		assertThat(this.restaurant.sentences(Field.DIFFERENCE)).anyMatch((sentence) -> sentence.contains("voisins"));
	}

	@Test
	void aClauseIsTheFirstSentenceAsFarAsItFits() {
		assertThat(this.bakery.clause(Field.OFFER, 300))
			.contains("Country loaves at $9 and breakfast pastries from $4, 120 loaves a day.");
		assertThat(this.bakery.clause(Field.OFFER, 60))
			.contains("Country loaves at $9 and breakfast pastries from $4.");
		assertThat(this.bakery.clause(Field.OFFER, 20)).hasValueSatisfying((cut) -> assertThat(cut).endsWith("…"));
	}

	@Test
	void aPassageIsWholeSentences() {
		assertThat(this.bakery.passage(this.bakery.own(Field.DIFFERENCE), 400)).hasValueSatisfying(
				(passage) -> assertThat(passage).startsWith("We mill our own flour").doesNotContain("…"));
		assertThat(this.bakery.passage(this.bakery.own(Field.DIFFERENCE), 30))
			.hasValueSatisfying((passage) -> assertThat(passage).hasSizeLessThanOrEqualTo(30).endsWith("…"));
		assertThat(this.bakery.passage(List.of(), 30)).isEmpty();
	}

	@Test
	void whatIsSaidIsFoundInWhateverForm() {
		assertThat(this.bakery.said(List.of("loaf", "pizza dough", "oyster"))).contains("pizza dough")
			.hasSize(2)
			.doesNotContain("oyster");
	}

	@Test
	void groupsAreTakenApart() {
		assertThat(groups("Families with children, and cafes in town. They read labels."))
			.containsExactly("Families with children", "cafes in town");
		assertThat(groups("Everybody")).isEmpty();
	}

	@Test
	void threeGroupsAreEnoughAndNoneIsNamedTwice() {
		assertThat(
				groups("Young families, and young families, and old cafes, and the big schools, and some more people"))
			.doesNotHaveDuplicates()
			.hasSizeLessThanOrEqualTo(3);
	}

	private static List<String> groups(String audience) {
		Brief brief = new Brief("en", "Cedar", "v", "m", audience, "d", "o", "bakery", null, 1, 0.7, List.of());
		return new Answers(brief, 1, ENGLISH).groups();
	}

}
