package io.coachflow.saga.agent.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.LiveSessions;
import io.coachflow.llm.ModelConfiguration;
import io.coachflow.saga.SagaDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

/**
 * The language model as the application wires it, with a provider whose answers a test
 * sets.
 */
final class ScriptedModel implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final WireMockServer provider = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

	private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

	ScriptedModel() {
		this.provider.start();
		DataSource tables = SagaDatabase.dataSource();
		this.application.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("ai",
					Map.of("coachflow.ai.provider", "openai", "coachflow.ai.base-url",
							"http://127.0.0.1:" + this.provider.port() + "/v1", "coachflow.ai.api-key", "sk-secret",
							"coachflow.ai.model", "tiny", "coachflow.ai.timeout", "10s",
							"coachflow.ai.session-token-budget", "100000")));
		this.application.registerBean(Clock.class, Clock::systemUTC);
		this.application.registerBean(LiveSessions.class, () -> (_) -> true);
		this.application.registerBean(JdbcClient.class, () -> JdbcClient.create(tables));
		this.application.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(tables));
		this.application.register(ModelConfiguration.class);
		this.application.refresh();
	}

	LanguageModel model() {
		return this.application.getBean(LanguageModel.class);
	}

	void forget() {
		this.provider.resetAll();
	}

	/** Every request gets that text. */
	void says(String text) {
		responds(stream(text));
	}

	void responds(ResponseDefinitionBuilder response) {
		this.provider.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(response));
	}

	/** The first request gets one text, all others another. */
	void saysFirst(String first, String then) {
		says(then);
		this.provider.stubFor(post(urlEqualTo("/v1/chat/completions")).inScenario("repair")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("asked")
			.willReturn(stream(first)));
	}

	/** The bodies of the requests, the first one first. */
	List<JsonNode> requests() {
		return this.provider.getAllServeEvents()
			.reversed()
			.stream()
			.map((event) -> JSON.readTree(event.getRequest().getBodyAsString()))
			.toList();
	}

	/** A good draft of the agent, in French. */
	static String draft(String agent) {
		try (InputStream in = ScriptedModel.class.getResourceAsStream("/drafts/" + agent + ".json")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ResponseDefinitionBuilder stream(String text) {
		Map<String, Object> words = Map.of("model", "tiny-2026", "choices",
				List.of(Map.of("index", 0, "delta", Map.of("content", text))));
		Map<String, Object> usage = Map.of("model", "tiny-2026", "choices", List.of(), "usage",
				Map.of("prompt_tokens", 900, "completion_tokens", 400, "total_tokens", 1300));
		return aResponse().withHeader("Content-Type", "text/event-stream")
			.withBody("data: " + JSON.writeValueAsString(words) + "\n\ndata: " + JSON.writeValueAsString(usage)
					+ "\n\ndata: [DONE]\n\n");
	}

	@Override
	public void close() {
		this.application.close();
		this.provider.stop();
	}

}
