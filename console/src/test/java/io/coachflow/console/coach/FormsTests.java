package io.coachflow.console.coach;

import java.util.AbstractMap;
import java.util.Map;

import io.coachflow.contracts.session.Business;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormsTests {

	@Test
	void aKeyOfOursIsKept() {
		String key = FormKey.next();
		assertThat(FormKey.of(key)).isEqualTo(key);
	}

	@Test
	void anyOtherKeyIsReplaced() {
		assertThat(FormKey.of("a\r\nb")).isNotEqualTo("a\r\nb").hasSize(36);
		assertThat(FormKey.of(null)).hasSize(36);
	}

	@Test
	void lineEndsOfABrowserAreThoseOfTheText() {
		assertThat(FormText.of("one\r\ntwo\nthree")).isEqualTo("one\ntwo\nthree");
		assertThat(FormText.of(null)).isEmpty();
	}

	@Test
	void anAnswerIsCountedInCharactersAfterTrimming() {
		assertThat(FormText.problem("  ")).isEqualTo("coach.problem.blank");
		assertThat(FormText.problem(" " + "🍲".repeat(10_000) + " ")).isNull();
		assertThat(FormText.problem("a".repeat(10_001))).isEqualTo("coach.problem.long");
	}

	@Test
	void onlyFactsThatWereChangedAreSent() {
		BusinessForm shown = BusinessForm.of(Samples.BUSINESS);
		assertThat(shown.changes(shown)).isEmpty();
		assertThat(new BusinessForm("Teranga Table", "catering", " ", "").changes(shown))
			.containsExactly(Map.entry("sector", "catering"), entryOfNull("city"));
	}

	@Test
	void blankFactsAreNone() {
		assertThat(new BusinessForm(" ", null, "Dakar", "").business())
			.isEqualTo(new Business(null, null, "Dakar", null));
	}

	@Test
	void aBriefSaysWhichAnswersAreMissing() {
		assertThat(new BriefForm("a", "b", null, "d", " ").problems())
			.containsExactly(Map.entry("clientele", "coach.problem.blank"), Map.entry("offre", "coach.problem.blank"));
	}

	private static Map.Entry<String, String> entryOfNull(String key) {
		return new AbstractMap.SimpleEntry<>(key, null);
	}

}
