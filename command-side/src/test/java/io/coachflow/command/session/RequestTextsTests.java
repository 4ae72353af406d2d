package io.coachflow.command.session;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A text that a client sends")
class RequestTextsTests {

	private static final String WHITE = " \t\r\n\u000B\f\u0085\u00A0\u1680\u2000\u2007\u2028\u2029\u202F\u205F\u3000";

	@ParameterizedTest
	@ValueSource(strings = { "x", "🥖", "e\u0301", "\u202Eright to left", "\u200Bx", "a\tb\r\nc", "\u3164.", "❤\uFE0F",
			"ᅟᅡ", "\uFFFF", "\u0001x" })
	void isAcceptedAsItIs(String text) {
		assertThat(RequestTexts.answer(text)).isEqualTo(text);
		assertThat(RequestTexts.fact("city", text)).isEqualTo(text);
	}

	@Test
	void keepsItsWhiteSpaceThoughItIsNotCounted() {
		String text = WHITE.repeat(700) + "x".repeat(10_000) + WHITE.repeat(700);
		assertThat(RequestTexts.answer(text)).isEqualTo(text);
		assertThat(RequestTexts.fact("city", WHITE + "x".repeat(200) + WHITE)).hasSize(200 + 2 * WHITE.length());
	}

	@Test
	void isMeasuredInCharactersNotInUtf16() {
		assertThat(RequestTexts.answer("🥖".repeat(10_000))).hasSize(20_000);
		assertThat(RequestTexts.answer("🥖".repeat(4_999) + "é".repeat(5_001))).isNotNull();
		assertThat(RequestTexts.fact("city", "🥖".repeat(200))).hasSize(400);
		assertRefused(() -> RequestTexts.answer("🥖".repeat(10_001))).withMessageContaining("10001 characters");
		assertRefused(() -> RequestTexts.fact("city", "🥖".repeat(201)));
	}

	@Test
	void hasAtMostTenThousandCharactersAsAnAnswerAndTwoHundredAsAFact() {
		assertThat(RequestTexts.answer("x".repeat(10_000))).hasSize(10_000);
		assertThat(RequestTexts.fact("city", "x".repeat(200))).hasSize(200);
		assertRefused(() -> RequestTexts.answer("x".repeat(10_001))).withMessageContaining("at most 10000");
		assertRefused(() -> RequestTexts.fact("city", "x".repeat(201))).withMessageContaining("city has 201");
		assertRefused(() -> RequestTexts.answer("x" + " ".repeat(9_999) + "x"));
	}

	@Test
	void isNoAnswerWhereItIsAbsentOrBlank() {
		assertRefused(() -> RequestTexts.answer(null)).withMessageContaining("missing");
		assertRefused(() -> RequestTexts.answer("")).withMessageContaining("blank");
		WHITE.chars().forEach((white) -> assertRefused(() -> RequestTexts.answer(Character.toString(white))));
		assertRefused(() -> RequestTexts.answer(WHITE.repeat(1_000))).withMessageContaining("blank");
	}

	@Test
	void isAnAbsentFactWhereItIsAbsentOrBlank() {
		assertThat(RequestTexts.fact("city", null)).isNull();
		assertThat(RequestTexts.fact("city", "")).isNull();
		assertThat(RequestTexts.fact("city", WHITE.repeat(100))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u200B", "\u200B \u200D\uFEFF", "\u00AD", "\u2060\u2065", "\u3164", "\u115F\u1160",
			"\uFFA0", "\u034F", "\u2800\u2800", "\uFE0F", "\u180E", "\u0001\u0007", "\uDB40\uDC41", "\uDB40\uDD00",
			"\u202E" })
	void isBlankWhereItShowsNothing(String text) {
		assertRefused(() -> RequestTexts.answer(text)).withMessageContaining("blank");
		assertThat(RequestTexts.fact("city", text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "x\0", "\0x", "x\0x" })
	void isRefusedWithANul(String text) {
		assertRefused(() -> RequestTexts.answer(text)).withMessageContaining("user_response")
			.withMessageContaining("NUL");
		assertRefused(() -> RequestTexts.fact("city", text)).withMessageContaining("city").withMessageContaining("NUL");
	}

	@Test
	void isRefusedWithHalfASurrogatePair() {
		for (String text : new String[] { "\uD83E", "\uDD56", "x\uD83E", "\uD83Ex", "\uDD56x", "\uDD56\uD83E",
				"🥖\uD83E", "\uD83E🥖", "🥖\uDD56", "\uD83E\uD83E\uDD56" }) {
			assertRefused(() -> RequestTexts.answer(text)).withMessageContaining("surrogate");
			assertRefused(() -> RequestTexts.fact("city", text)).withMessageContaining("surrogate");
		}
	}

	private static ThrowableAssertAlternative<ApiException> assertRefused(ThrowingCallable reading) {
		return assertThatExceptionOfType(ApiException.class).isThrownBy(reading)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

}
