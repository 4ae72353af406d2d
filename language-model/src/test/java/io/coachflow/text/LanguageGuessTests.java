package io.coachflow.text;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageGuessTests {

	private static final LanguageGuess GUESS = new LanguageGuess(Set.of("the", "of", "on"), Set.of("le", "de", "on"));

	@Property
	void theOtherLanguageHasToPrevailClearly(@ForAll @IntRange(max = 20) int english,
			@ForAll @IntRange(max = 20) int french) {
		List<String> words = words(english, french);

		assertThat(GUESS.isAnother(words, "fr")).isEqualTo(english >= 4 && english > 2 * french);
		assertThat(GUESS.isAnother(words, "en")).isEqualTo(french >= 4 && french > 2 * english);
	}

	@Test
	void wordsOfBothLanguagesTellNothing() {
		List<String> words = List.of("on", "on", "on", "on", "on");

		assertThat(GUESS.isAnother(words, "fr")).isFalse();
		assertThat(GUESS.isAnother(words, "en")).isFalse();
	}

	@Test
	void namesTellNothing() {
		assertThat(GUESS.isAnother(List.of("Teranga", "Dakar", "日本語", ""), "en")).isFalse();
	}

	private static List<String> words(int english, int french) {
		return Stream.concat(Collections.nCopies(english, "the").stream(), Collections.nCopies(french, "de").stream())
			.toList();
	}

}
