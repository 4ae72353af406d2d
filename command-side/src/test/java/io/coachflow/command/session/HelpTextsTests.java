package io.coachflow.command.session;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HelpTextsTests {

	@Test
	void aQuestionAndAHintMayBeLeftOut() {
		assertThat(HelpTexts.question(null)).isNull();
		assertThat(HelpTexts.hint(null)).isNull();
	}

	@Test
	void whatIsSentIsKeptAsItIs() {
		assertThat(HelpTexts.question(" x\n")).isEqualTo(" x\n");
		assertThat(HelpTexts.question("x".repeat(2_000))).hasSize(2_000);
		assertThat(HelpTexts.hint("x".repeat(500))).hasSize(500);
		assertThat(HelpTexts.text("x".repeat(10_000))).hasSize(10_000);
	}

	@Test
	void whatIsBlankOrTooLongIsRefused() {
		assertRefused(() -> HelpTexts.question(" "));
		assertRefused(() -> HelpTexts.question("x".repeat(2_001))).withMessageContaining("question has 2001");
		assertRefused(() -> HelpTexts.hint("x".repeat(501))).withMessageContaining("hint has 501");
		assertRefused(() -> HelpTexts.hint("\0"));
		assertRefused(() -> HelpTexts.text(null)).withMessageContaining("text is missing");
		assertRefused(() -> HelpTexts.text("x".repeat(10_001))).withMessageContaining("text has 10001");
		assertRefused(() -> HelpTexts.sessionId(null)).withMessage(CoachingApi.NO_SESSION_ID);
	}

	private static ThrowableAssertAlternative<ApiException> assertRefused(ThrowingCallable reading) {
		return assertThatExceptionOfType(ApiException.class).isThrownBy(reading)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

}
