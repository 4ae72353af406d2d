package io.coachflow.console.history;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PassageTests {

	@Test
	void shortWordsStay() {
		Passage words = Passage.of("history.words.answer", "We cook.");
		assertThat(words.isLong()).isFalse();
		assertThat(words.shortened()).isEqualTo(words);
	}

	@Test
	void longWordsBeginWithWholeWords() {
		Passage words = Passage.of("history.words.answer", "market ".repeat(400));
		assertThat(words.isLong()).isTrue();
		assertThat(words.beginning()).endsWith("market…").hasSizeLessThan(170);
		assertThat(words.shortened().cut()).isTrue();
	}

	@Test
	void noCharacterIsCutInTwo() {
		Passage words = Passage.of("history.words.answer", "a" + "😀".repeat(2_000));
		assertThat(words.beginning()).isEqualTo("a" + "😀".repeat(79) + "…");
	}

}
