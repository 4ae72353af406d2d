package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The header")
class RequestHeadersTests {

	@Nested
	@DisplayName("Idempotency-Key")
	class IdempotencyKey {

		@Test
		void mayBeAbsent() {
			assertThat(RequestHeaders.idempotency(null, bytes("{}"))).isNull();
		}

		@ParameterizedTest
		@ValueSource(strings = { "k", "!", "~", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "a,b;c=d" })
		void isKeptAsSent(String key) {
			assertThat(Objects.requireNonNull(RequestHeaders.idempotency(key)).key()).isEqualTo(key);
		}

		@Test
		void hasAtMost255Characters() {
			assertThat(RequestHeaders.idempotency("k".repeat(255))).isNotNull();
			assertRefused("k".repeat(256));
		}

		@ParameterizedTest
		@ValueSource(strings = { "", " ", "a b", "a\tb", "a\0", "\u007f", "é", "\u0080", "🥖", " k", "k " })
		void isVisibleAscii(String key) {
			assertRefused(key);
		}

		@Test
		void standsForTheRequestByItsSha256() {
			assertThat(hash("step", "", "{}")).matches("[0-9a-f]{64}").isEqualTo(hash("step", "", "{}"));
		}

		@Test
		void standsForOneRequestOnly() {
			assertThat(new String[] { hash("step", "", "{}"), hash("start", "", "{}"), hash("step", "", "{ }"),
					hash("step", "{}", ""), hash("ste", "p", "{}"), hash("step", "1:", "{}"), hash("step{}"), hash() })
				.doesNotHaveDuplicates();
		}

		private void assertRefused(String key) {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> RequestHeaders.idempotency(key))
				.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
		}

		private static String hash(String... parts) {
			byte[][] bytes = new byte[parts.length][];
			for (int i = 0; i < parts.length; i++) {
				bytes[i] = bytes(parts[i]);
			}
			return Objects.requireNonNull(RequestHeaders.idempotency("key", bytes)).requestHash();
		}

	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
