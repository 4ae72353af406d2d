package io.coachflow.command.session;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CompleteRequest;
import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.rest.StepRequest;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A request body")
class JsonRequestsTests {

	private static final StartRequest NOTHING = new StartRequest(null, null, null, null, null);

	private final JsonRequests requests = new JsonRequests();

	@Test
	void isReadByItsFieldNames() {
		assertThat(step("""
				{"session_id": "one", "user_response": "two", "step": "vision"}"""))
			.isEqualTo(new StepRequest("one", "two", "vision", null));
	}

	@Test
	void countsAsAnEmptyObjectWhereItIsAbsentOrEmpty() {
		assertThat(this.requests.read(null, StartRequest.class)).isEqualTo(NOTHING);
		assertThat(start("")).isEqualTo(NOTHING);
		assertThat(start("{}")).isEqualTo(NOTHING);
	}

	@Test
	void keepsEveryCharacterOfAString() {
		String text = "\u00A0é\u0301 🥖👩🏽‍🍳 \u202E\r\n\t \u3000";
		assertThat(step("{\"user_response\": \"" + text.replace("\r\n\t", "\\r\\n\\t") + "\"}").userResponse())
			.isEqualTo(text);
		assertThat(step("""
				{"user_response": "\\ud83e\\udd56 \\u00e9"}""").userResponse()).isEqualTo("🥖 é");
	}

	@Test
	void mayHoldWhatOthersMustRefuse() {
		assertThat(step("""
				{"user_response": "\\u0000 \\ud83e"}""").userResponse()).isEqualTo("\0 \ud83e");
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"message": "hi"}""", """
			{"message": {"deep": [1, 2.5, true, null, {"er": "x"}]}}""", """
			{"user_id": "eve", "status": "completed", "confidence_score": 1}""", """
			{"sessionId": "camel"}""", """
			{"message": "\\ud83e"}""" })
	void mayHoldUnknownFields(String body) {
		assertThat(start(body)).isEqualTo(NOTHING);
	}

	@Test
	void mayHoldLongNumbersAndNamesInUnknownFields() {
		assertThat(start("{\"message\": " + "1".repeat(60_000) + "}")).isEqualTo(NOTHING);
		assertThat(start("{\"" + "m".repeat(60_000) + "\": 1}")).isEqualTo(NOTHING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"session_id\": null}", " \n{}\t " })
	void mayBeWrittenLoosely(String body) {
		assertThat(start(body)).isEqualTo(NOTHING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "[{}]", "\"\"", "\"text\"", "1", "1.5", "true", " ", "\n" })
	void isRefusedWhereItIsNoObject(String body) {
		assertRefused(body);
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.requests.read(bytes(body), CompleteRequest.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "{]", "{session_id: 1}", "{'session_id': 'x'}", "{\"session_id\": \"x}",
			"{\"session_id\" \"x\"}", "{\"session_id\": \"x\",}", "{} {}", "{}x", "{},", "{} // no", "/* no */ {}",
			"{\"session_id\": NaN}", "{\"message\": NaN}", "{\"message\": 01}", "{\"message\": \"a\nb\"}",
			"{\"message\": \"\\x\"}", "nil", "<xml/>", "\uFEFF{" })
	void isRefusedWhereItIsBroken(String body) {
		assertRefused(body).withMessageNotContaining("Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "0", "1.5", "1e999999999", "true", "false", "{}", "[]", "[\"x\"]", "{\"a\": \"x\"}" })
	void isRefusedWhereAFieldIsNoString(String value) {
		assertRefused("{\"session_id\": " + value + "}").withMessageContaining("session_id");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> step("{\"user_response\": " + value + "}"))
			.withMessageContaining("user_response");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"session_id\": \"a\", \"session_id\": \"b\"}",
			"{\"session_id\": \"a\", \"session\\u005fid\": \"a\"}", "{\"message\": 1, \"message\": 1}",
			"{\"message\": {\"a\": 1, \"a\": 2}}" })
	void isRefusedWhereANameOccursTwice(String body) {
		assertRefused(body);
	}

	@Test
	void isNestedAtMostThirtyTwoLevels() {
		assertThat(start(nested(32))).isEqualTo(NOTHING);
		assertThat(start("{\"message\": " + "[".repeat(31) + "]".repeat(31) + "}")).isEqualTo(NOTHING);
		assertRefused(nested(33)).withMessageContaining("nested too deeply");
		assertRefused("{\"message\": " + "[".repeat(32) + "]".repeat(32) + "}")
			.withMessageContaining("nested too deeply");
		assertRefused("[".repeat(30_000));
		assertRefused("{\"session_id\": " + "[".repeat(30_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ff", "c0 80", "e9", "ed a0 80", "f4 90 80 80", "f0 9f a5", "80" })
	void isRefusedWhereItIsNoUtf8(String bytes) {
		byte[] body = HexFormat.of().parseHex("7b2278223a22" + bytes.replace(" ", "") + "227d");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.requests.read(body, StartRequest.class))
			.withMessageContaining("UTF-8")
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

	@Test
	void isRefusedInUtf16() {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.requests.read("{}".getBytes(StandardCharsets.UTF_16LE), StartRequest.class));
	}

	private StartRequest start(String body) {
		return this.requests.read(bytes(body), StartRequest.class);
	}

	private StepRequest step(String body) {
		return this.requests.read(bytes(body), StepRequest.class);
	}

	private ThrowableAssertAlternative<ApiException> assertRefused(String body) {
		return assertThatExceptionOfType(ApiException.class).isThrownBy(() -> start(body))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

	private static String nested(int levels) {
		return "{\"message\": ".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
	}

	private static byte[] bytes(String body) {
		return body.getBytes(StandardCharsets.UTF_8);
	}

}
