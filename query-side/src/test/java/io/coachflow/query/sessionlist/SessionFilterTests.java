package io.coachflow.query.sessionlist;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionFilterTests {

	@Test
	void whatIsNotAskedForDoesNotMatter() {
		assertThat(SessionFilter.of(null, null)).isEqualTo(SessionFilter.ALL);
		assertThat(SessionFilter.ALL.isAll()).isTrue();
		assertThat(SessionFilter.ALL.matchesName(null)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cafe", "CAFÉ", " le cafe\u0301 ", "e c", "é", "d’à" })
	void aPartOfTheNameIsEnough(String q) {
		assertThat(SessionFilter.of(null, q).matchesName("Le Café d’à côté")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "_", "caf_", "le%", "*", "cafes", "lecafe" })
	void nothingStandsForOtherCharacters(String q) {
		assertThat(SessionFilter.of(null, q).matchesName("Le Café")).isFalse();
	}

	@Test
	void aBusinessWithoutANameHasNoneToFind() {
		assertThat(SessionFilter.of(null, "null").matchesName(null)).isFalse();
	}

	@Test
	void aHundredCharactersAreNotTooMany() {
		assertThat(SessionFilter.of(null, "🍲".repeat(100)).name()).hasSize(200);
		assertThat(SessionFilter.of(null, " " + "x".repeat(100) + " ").name()).hasSize(100);
	}

	@Test
	void noneAndAHundredAndOneAreRefused() {
		for (String q : new String[] { "", " \t\u2003", "x".repeat(101), "\u0301" }) {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> SessionFilter.of(null, q))
				.withMessage(SessionFilter.WRONG_NAME);
		}
	}

	@Test
	void eachFilterHasAMarkOfItsOwn() {
		Set<String> marks = Stream
			.of(SessionFilter.ALL, SessionFilter.of("completed", null), SessionFilter.of("expired", null),
					SessionFilter.of(null, "completed"), SessionFilter.of("completed", "completed"))
			.map(SessionFilter::mark)
			.collect(Collectors.toSet());

		assertThat(marks).hasSize(5).contains("");
		assertThat(SessionFilter.of(null, "Café").mark()).isEqualTo(SessionFilter.of(null, " CAFE ").mark());
	}

}
