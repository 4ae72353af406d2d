package io.coachflow.app.fastpath;

import java.nio.charset.StandardCharsets;

import io.coachflow.app.web.BodyLimitFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What filters or Spring MVC may act upon takes the way through them; each case says what
 * that would be.
 */
class PlainRequestsTests {

	private final MockHttpServletRequest post = post();

	private final MockHttpServletRequest get = new MockHttpServletRequest("GET", "/api/v1/coaching/session/x");

	private static MockHttpServletRequest post() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/coaching/step");
		request.setContent("{}".getBytes(StandardCharsets.UTF_8));
		request.setContentType("application/json");
		request.addHeader("Authorization", "Bearer x");
		request.addHeader("User-Agent", "test");
		return request;
	}

	@Test
	void mostRequestsArePlain() {
		assertThat(PlainRequests.isPlain(this.post)).isTrue();
		assertThat(PlainRequests.isPlain(this.get)).isTrue();
		this.post.addHeader("X-Forwarded-For", "192.0.2.1");
		this.post.addHeader("X-Forwarded-For", "192.0.2.2");
		this.post.addHeader("Accept-Language", "fr");
		this.post.addHeader("Idempotency-Key", "k");
		this.post.addHeader("If-Match", "*");
		assertThat(PlainRequests.isPlain(this.post)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Origin, https://app.example, CORS", "Content-Encoding, gzip, BodyCodingFilter answers 415",
			"Transfer-Encoding, chunked, BodyLimitFilter counts", "Range, bytes=0-1, Spring MVC",
			"If-None-Match, *, Spring MVC", "X-Name, é, the firewall", "If-Modified-Since, x, Spring MVC",
			"Accept, text/markdown, 406", "Accept, application/problem+json, RFC 9457",
			"Accept, application/json;q=0, 406", "Expect, 100-continue, the container" })
	void whatSomebodyActsUponIsNot(String name, String value, String by) {
		this.post.addHeader(name, value);
		assertThat(PlainRequests.isPlain(this.post)).as(by).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "Idempotency-Key", "If-Match", "Accept" })
	void whatCountsOnceAndComesTwiceIsNot(String name) {
		this.get.addHeader(name, "*/*");
		this.get.addHeader(name, "*/*");
		assertThat(PlainRequests.isPlain(this.get)).isFalse();
		if (this.post.getHeader(name) == null) {
			this.post.addHeader(name, "*/*");
		}
		this.post.addHeader(name, "*/*");
		assertThat(PlainRequests.isPlain(this.post)).isFalse();
	}

	@Test
	void aQueryIsNotSinceParametersAreChecked() {
		this.post.setQueryString("session_id=x");
		assertThat(PlainRequests.isPlain(this.post)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16",
			"multipart/form-data", "*/*" })
	void anotherTypeOfBodyIsNot(String type) {
		this.post.setContentType(type);
		assertThat(PlainRequests.isPlain(this.post)).isFalse();
	}

	@Test
	void aBodyOverTheLimitOrOfUnknownLengthIsNot() {
		this.post.setContent(new byte[BodyLimitFilter.LIMIT]);
		assertThat(PlainRequests.isPlain(this.post)).isTrue();
		this.post.setContent(new byte[BodyLimitFilter.LIMIT + 1]);
		assertThat(PlainRequests.isPlain(this.post)).isFalse();
		this.post.setContent(null);
		assertThat(PlainRequests.isPlain(this.post)).isFalse();
	}

	@Test
	void aReadWithABodyOrAPreconditionIsNot() {
		this.get.addHeader("If-Match", "\"1\"");
		assertThat(PlainRequests.isPlain(this.get)).isFalse();
		MockHttpServletRequest withBody = new MockHttpServletRequest("GET", "/");
		withBody.setContent(new byte[1]);
		assertThat(PlainRequests.isPlain(withBody)).isFalse();
	}

}
