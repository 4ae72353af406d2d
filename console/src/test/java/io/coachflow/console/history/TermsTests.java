package io.coachflow.console.history;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TermsTests {

	@ParameterizedTest
	@EnumSource
	void everyNameHasWordsInBothLanguages(Terms terms) {
		for (Locale locale : new Locale[] { Locale.ROOT, Locale.FRENCH }) {
			assertThat(ResourceBundle.getBundle("messages/history", locale).keySet()).containsAll(terms.keys());
		}
	}

}
