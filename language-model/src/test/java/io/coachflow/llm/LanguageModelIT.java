package io.coachflow.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.coachflow.contracts.enrichment.AgentFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Good and bad answers of a provider.
 */
class LanguageModelIT {

	private static final WireMockServer PROVIDER = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

	private ModelFixture fixture;

	@BeforeAll
	static void startProvider() {
		PROVIDER.start();
		// The first calls in a new JVM take longer than the provider's timeout here
		answer(stream(Streams.of(Bakery.JSON)));
		for (int tries = 0; tries < 5; tries++) {
			try (ModelFixture warming = ModelFixture.on(PROVIDER.port())) {
				warming.model.ask(warming.question());
			}
			catch (ModelException _) {
				// once more
			}
		}
	}

	@AfterAll
	static void stopProvider() {
		PROVIDER.stop();
	}

	@BeforeEach
	void connect() {
		PROVIDER.resetAll();
		this.fixture = ModelFixture.on(PROVIDER.port());
	}

	@AfterEach
	void disconnect() {
		assertThat(this.fixture.reserved()).isZero();
		this.fixture.close();
	}

	@Test
	void aGoodAnswerFillsTheRecordAndTellsWhatItTook() {
		answer(stream(Streams.of(Bakery.JSON, 1000, 500)));

		ModelResponse<Bakery> answered = this.fixture.model.ask(this.fixture.question());

		assertThat(answered.value()).isEqualTo(new Bakery("Au bon pain", 40, 0.8, true, Bakery.Flour.RYE,
				List.of("baguette", "miche"), List.of(new Bakery.Oven(240))));
		assertThat(answered.model()).isEqualTo("tiny-1");
		assertThat(answered.promptVersion()).matches("bakery\\.v1-[0-9a-f]{8}");
		assertThat(answered.inputHash()).matches("[0-9a-f]{64}");
		assertThat(answered.tokensIn()).isEqualTo(1000);
		assertThat(answered.tokensOut()).isEqualTo(500);
		assertThat(answered.price()).isEqualTo(new BigDecimal("0.006000"));
		assertThat(answered.latencyMs()).isBetween(1L, 3000L);
		assertThat(this.fixture.used()).isEqualTo(1500);
	}

	@Test
	void theRequestIsStreamedStrictAndBounded() {
		answer(stream(Streams.of(Bakery.JSON)));

		this.fixture.model.ask(this.fixture.question());

		JsonNode request = request(0);
		assertThat(request.get("model").asString()).isEqualTo("configured-model");
		assertThat(request.get("stream").asBoolean()).isTrue();
		assertThat(request.at("/stream_options/include_usage").asBoolean()).isTrue();
		assertThat(request.get("max_completion_tokens").asInt()).isEqualTo(300);
		assertThat(request.at("/response_format/type").asString()).isEqualTo("json_schema");
		assertThat(request.at("/response_format/json_schema/strict").asBoolean()).isTrue();
		JsonNode schema = request.at("/response_format/json_schema/schema");
		assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
		assertThat(schema.get("required").size()).isEqualTo(7);
		assertThat(schema.at("/properties/ovens/items/additionalProperties").asBoolean(true)).isFalse();
		assertThat(schema.at("/properties/flour/enum").toString()).isEqualTo("[\"wheat\",\"rye\"]");
		assertThat(request.at("/messages/0/role").asString()).isEqualTo("system");
		assertThat(request.at("/messages/0/content").asString()).contains("never an", "Judge the bakery in French");
		assertThat(request.at("/messages/1/content").asString()).contains("<data>", "We bake for the harbour");
		assertThat(PROVIDER.getAllServeEvents().getFirst().getRequest().getHeader("Authorization"))
			.isEqualTo("Bearer " + ModelFixture.SECRET);
	}

	@Test
	void theSameQuestionHasTheSameHash() {
		answer(stream(Streams.of(Bakery.JSON)));

		assertThat(this.fixture.model.ask(this.fixture.question()).inputHash())
			.isEqualTo(this.fixture.model.ask(this.fixture.question()).inputHash());
	}

	@Test
	void garbageIsRepairedOnceAndBothAttemptsCount() {
		answers(stream(Streams.of("```json\n{\"shop\": ", 100, 10)), stream(Streams.of(Bakery.JSON, 200, 20)));

		ModelResponse<Bakery> answered = this.fixture.model.ask(this.fixture.question());

		assertThat(answered.value().loaves()).isEqualTo(40);
		assertThat(answered.tokensIn()).isEqualTo(300);
		assertThat(answered.tokensOut()).isEqualTo(30);
		assertThat(this.fixture.used()).isEqualTo(330);
		assertThat(request(1).get("messages").size()).isEqualTo(4);
		assertThat(request(1).at("/messages/3/content").asString()).contains("not one JSON object");
	}

	@Test
	void aViolationIsToldToTheModel() {
		answers(stream(Streams.of(Bakery.JSON.replace("\"loaves\": 40", "\"loaves\": -40"))),
				stream(Streams.of(Bakery.JSON)));

		ModelResponse<Bakery> answered = this.fixture.model.ask(
				this.fixture.question((bakery) -> (bakery.loaves() < 0) ? List.of("loaves is 0 or more.") : List.of()));

		assertThat(answered.value().loaves()).isEqualTo(40);
		assertThat(request(1).at("/messages/3/content").asString()).contains("- loaves is 0 or more.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "\"text\"", "{}", "{\"shop_name\": null}", "I will not.",
			"{\"shop_name\": \"a\\u0000b\"}" })
	void anAnswerThatStaysInvalidIsNone(String text) {
		answer(stream(Streams.of(text)));

		ModelException failure = failure();

		assertThat(failure.kind()).isEqualTo(AgentFault.Kind.INVALID_OUTPUT);
		assertThat(failure.isRetryable()).isTrue();
		assertThat(PROVIDER.getAllServeEvents()).hasSize(2);
		assertThat(this.fixture.used()).isEqualTo(300);
	}

	@Test
	void aLotOfGarbageIsNotSentBack() {
		answers(stream(Streams.of("garbage ".repeat(300))), stream(Streams.of(Bakery.JSON)));

		this.fixture.model.ask(this.fixture.question());

		assertThat(request(1).at("/messages/2/content").asString()).hasSizeLessThanOrEqualTo(500);
	}

	@Test
	void aTruncatedAnswerIsAskedForAgainShorter() {
		answers(stream(Streams.cutOff(Bakery.JSON.substring(0, 60))), stream(Streams.of(Bakery.JSON)));

		assertThat(this.fixture.model.ask(this.fixture.question()).value().rating()).isEqualTo(0.8);
		assertThat(request(1).at("/messages/3/content").asString()).contains("cut off", "shorter");
	}

	@Test
	void anOversizedAnswerIsCutAndRefused() {
		answer(stream(Streams.of("{\"shop_name\": \"" + "x".repeat(100_000) + "\"}")));

		assertThat(failure().kind()).isEqualTo(AgentFault.Kind.INVALID_OUTPUT);
	}

	@Test
	void whereTheProviderSaysNothingOfTokensTheyAreEstimated() {
		answer(stream(Streams.withoutUsage(Bakery.JSON)));

		ModelResponse<Bakery> answered = this.fixture.model.ask(this.fixture.question());

		assertThat(answered.tokensIn()).isBetween(300L, 3000L);
		assertThat(answered.tokensOut()).isBetween(30L, 200L);
		assertThat(this.fixture.used()).isEqualTo(answered.tokensIn() + answered.tokensOut());
	}

	@ParameterizedTest
	@CsvSource({ "400,REJECTED,false", "401,REJECTED,false", "403,REJECTED,false", "404,REJECTED,false",
			"302,REJECTED,false", "408,UNAVAILABLE,true", "429,RATE_LIMITED,true", "500,UNAVAILABLE,true",
			"503,UNAVAILABLE,true" })
	void aRefusalNamesItsKind(int status, AgentFault.Kind kind, boolean retryable) {
		answer(aResponse().withStatus(status)
			.withHeader("Location", "http://127.0.0.1:1/elsewhere")
			.withBody("{\"error\": {\"message\": \"quoted: " + ModelFixture.SECRET + "\"}}"));

		ModelException failure = failure();

		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.isRetryable()).isEqualTo(retryable);
		assertThat(failure.retryAfter()).isNull();
		assertThat(PROVIDER.getAllServeEvents()).hasSize(1);
		assertThat(this.fixture.used()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7 | PT7S", "Sun, 22 Nov 2026 12:00:30 GMT | PT30S",
			"Sun, 22 Nov 2026 11:00:00 GMT | PT0S", "86401 | PT24H" })
	void theProviderSaysHowLongToWait(String header, Duration wait) {
		answer(aResponse().withStatus(429).withHeader("Retry-After", header));

		assertThat(failure().retryAfter()).isEqualTo(wait);
	}

	@Test
	void anotherContentTypeIsNoAnswer() {
		answer(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>"));

		assertThat(failure().kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "data: [DONE]\n\n", ": ping\n\n", "data: {\"error\": {\"message\": \"overloaded\"}}\n\n",
					"data: no json at all\n\ndata: [DONE]\n\n", "event: error\ndata: {}\n\n" })
	void aStreamWithoutAWordIsNoAnswer(String body) {
		answer(stream(body));

		assertThat(failure().kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE);
	}

	@Test
	void aFilteredAnswerIsNotAskedForAgain() {
		answer(stream(Streams.filtered("{\"shop")));

		assertThat(failure().kind()).isEqualTo(AgentFault.Kind.REJECTED);
		assertThat(PROVIDER.getAllServeEvents()).hasSize(1);
	}

	@Test
	void aProviderThatIsNotThereIsUnavailable() {
		try (ModelFixture nowhere = ModelFixture.on(1)) {
			assertThatExceptionOfType(ModelException.class).isThrownBy(() -> nowhere.model.ask(nowhere.question()))
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE))
				.satisfies((ex) -> assertThat(ex.isRetryable()).isTrue());
			assertThat(nowhere.used()).isZero();
		}
	}

	private ModelException failure() {
		try {
			this.fixture.model.ask(this.fixture.question());
		}
		catch (ModelException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				assertThat(String.valueOf(cause.getMessage())).doesNotContain(ModelFixture.SECRET, "harbour", "garbage",
						"shop");
			}
			return ex;
		}
		throw new AssertionError("There was an answer");
	}

	private static ResponseDefinitionBuilder stream(String body) {
		return aResponse().withHeader("Content-Type", "text/event-stream; charset=utf-8").withBody(body);
	}

	private static void answer(ResponseDefinitionBuilder response) {
		PROVIDER.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(response));
	}

	private static void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
		PROVIDER.stubFor(post(urlEqualTo("/v1/chat/completions")).inScenario("repair")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("asked")
			.willReturn(first));
		PROVIDER.stubFor(post(urlEqualTo("/v1/chat/completions")).inScenario("repair")
			.whenScenarioStateIs("asked")
			.willReturn(second));
	}

	/** The body of the nth request, from 0. */
	private static JsonNode request(int number) {
		// The newest stands first
		return new JsonMapper()
			.readTree(PROVIDER.getAllServeEvents().reversed().get(number).getRequest().getBodyAsString());
	}

}
