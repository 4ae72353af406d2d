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
		read(Field.OFFER, "We sell sourdough bread.");

		assertThat(ranked(3)).containsExactly("sourdough bread");
	}

	@Test
	void whatComesBackInOtherAnswersCountsMore() {
		read(Field.OFFER, "The bread. The olives.");
		read(Field.MISSION, "The olives.");

		assertThat(ranked(2)).containsExactly("olives", "bread");
	}

	@Test
	void theAnswersThatTellWhatIsSoldCountMore() {
		read(Field.VISION, "The bread.");
		read(Field.OFFER, "The olives.");

		assertThat(ranked(2)).containsExactly("olives", "bread");
	}

	@Test
	void noExpressionIsPartOfABetterOne() {
		read(Field.OFFER, "Our sourdough bread and our rye bread.");

		assertThat(ranked(5)).filteredOn((words) -> words.contains("bread")).hasSize(1);
	}

	@Test
	void theNameAndThePlaceSayNothingNew() {
		read(Field.OFFER, "Our Cedar bread. Our Austin olives. Our cakes.");

		assertThat(this.keywords.ranked(ENGLISH.stems("Cedar bread"), ENGLISH.stems("Austin"), Locale.ENGLISH, 9))
			.doesNotContain("cedar", "bread", "cedar bread", "austin olives", "Austin olives")
			.contains("cakes");
	}

	@Test
	void aWeakWordBeginsNoExpression() {
		Keywords keywords = new Keywords(ENGLISH, ENGLISH.stems("small"));
		read(keywords, Field.OFFER, "Small loaves.");

		assertThat(keywords.ranked(Set.of(), Set.of(), Locale.ENGLISH, 9)).containsExactly("loaves");
	}

	@Test
	void namesAndAbbreviationsKeepTheirCapitals() {
		read(Field.OFFER, "Fresh HACCP kitchens from Texas.");

		assertThat(ranked(9)).anyMatch((words) -> words.contains("HACCP")).anyMatch((words) -> words.contains("Texas"));
	}

	@Test
	void withoutAWordThereIsNone() {
		read(Field.OFFER, "The, of 12 and!");

		assertThat(ranked(9)).isEmpty();
	}

	@Property(tries = 200)
	void areNeverMoreThanAskedForNorTheSameTwice(@ForAll @Size(max = 5) List<String> sentences,
			@ForAll @IntRange(max = 6) int most) {
		Keywords keywords = new Keywords(ENGLISH, Set.of());
		sentences.forEach((sentence) -> read(keywords, Field.MISSION, sentence));

		List<String> ranked = keywords.ranked(Set.of(), Set.of(), Locale.ENGLISH, most);

		assertThat(ranked).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates();
		assertThat(ranked).allSatisfy((words) -> assertThat(words.codePointCount(0, words.length())).isBetween(1, 30));
	}

	private void read(Field field, String sentence) {
		read(this.keywords, field, sentence);
	}

	private static void read(Keywords keywords, Field field, String sentence) {
		keywords.read(field, sentence, ENGLISH.words(sentence));
	}

	private List<String> ranked(int most) {
		return this.keywords.ranked(Set.of(), Set.of(), Locale.ENGLISH, most);
	}

}
