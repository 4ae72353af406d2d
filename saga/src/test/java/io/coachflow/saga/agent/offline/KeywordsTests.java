package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordsTests {

	private static final Vocabulary ENGLISH = Vocabulary.of(Locale.ENGLISH, List.of());

	private final Keywords keywords = new Keywords(ENGLISH, Set.of());

	@Test
	void anExpressionCountsMoreThanItsWords() {
		this.keywords.read(Field.OFFER, "We sell sourdough bread.");

		assertThat(ranked(3)).containsExactly("sourdough bread");
	}

	@Test
	void whatComesBackInOtherAnswersCountsMore() {
		this.keywords.read(Field.OFFER, "The bread. The olives.");
		this.keywords.read(Field.MISSION, "The olives.");

		assertThat(ranked(2)).containsExactly("olives", "bread");
	}

	@Test
	void theAnswersThatTellWhatIsSoldCountMore() {
		this.keywords.read(Field.VISION, "The bread.");
		this.keywords.read(Field.OFFER, "The olives.");

		assertThat(ranked(2)).containsExactly("olives", "bread");
	}

	@Test
	void noExpressionIsPartOfABetterOne() {
		this.keywords.read(Field.OFFER, "Our sourdough bread and our rye bread.");

		assertThat(ranked(5)).filteredOn((words) -> words.contains("bread")).hasSize(1);
	}

	@Test
	void theNameAndThePlaceSayNothingNew() {
		this.keywords.read(Field.OFFER, "Our Cedar bread. Our Austin olives. Our cakes.");

		assertThat(this.keywords.ranked(ENGLISH.stems("Cedar bread"), ENGLISH.stems("Austin"), Locale.ENGLISH, 9))
			.doesNotContain("cedar", "bread", "cedar bread", "austin olives", "Austin olives")
			.contains("cakes");
	}

	@Test
	void aWeakWordBeginsNoExpression() {
		Keywords keywords = new Keywords(ENGLISH, ENGLISH.stems("small"));
		keywords.read(Field.OFFER, "Small loaves.");

		assertThat(keywords.ranked(Set.of(), Set.of(), Locale.ENGLISH, 9)).containsExactly("loaves");
	}

	@Test
	void namesAndAbbreviationsKeepTheirCapitals() {
		this.keywords.read(Field.OFFER, "Fresh HACCP kitchens from Texas.");

		assertThat(ranked(9)).anyMatch((words) -> words.contains("HACCP")).anyMatch((words) -> words.contains("Texas"));
	}

	@Test
	void withoutAWordThereIsNone() {
		this.keywords.read(Field.OFFER, "The, of 12 and!");

		assertThat(ranked(9)).isEmpty();
	}

	@Property(tries = 200)
	void areNeverMoreThanAskedForNorTheSameTwice(@ForAll @Size(max = 5) List<String> sentences,
			@ForAll @IntRange(max = 6) int most) {
		Keywords keywords = new Keywords(ENGLISH, Set.of());
		sentences.forEach((sentence) -> keywords.read(Field.MISSION, sentence));

		List<String> ranked = keywords.ranked(Set.of(), Set.of(), Locale.ENGLISH, most);

		assertThat(ranked).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates();
		assertThat(ranked).allSatisfy((words) -> assertThat(words.codePointCount(0, words.length())).isBetween(1, 30));
	}

	private List<String> ranked(int most) {
		return this.keywords.ranked(Set.of(), Set.of(), Locale.ENGLISH, most);
	}

}
