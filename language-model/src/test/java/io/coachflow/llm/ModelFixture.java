package io.coachflow.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.coachflow.llm.AiProperties.TokenLimitField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A language model with short limits and a provider on the loopback interface.
 */
final class ModelFixture implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static final String SECRET = "sk-never-to-be-seen";

	static final Prompt PROMPT = PromptFile.load("bakery.v1")
		.with(Map.of("language", "French"), Map.of("answer", "We bake for the harbour"));

	final String session = UUID.randomUUID().toString();

	final Provider provider;

	final OpenAiLanguageModel model;

	final TokenBudget budget;

	final SessionWork work = new SessionWork();

	final ModelCalls calls = new ModelCalls(this.work, JdbcClient.create(TestDatabase.dataSource()));

	/** Checked before each call. */
	LiveSessions sessions = (_) -> true;

	ModelFixture(int port, int maxConcurrent, long sessionBudget, long dailyBudget) {
		this(port, maxConcurrent, sessionBudget, dailyBudget, NOW);
	}

	ModelFixture(int port, int maxConcurrent, long sessionBudget, long dailyBudget, Instant now) {
		AiProperties settings = new AiProperties(AiProperties.Provider.OPENAI,
				URI.create("http://127.0.0.1:" + port + "/v1"), SECRET, "configured-model", Duration.ofSeconds(3),
				Duration.ofMillis(500), Duration.ofMillis(800), maxConcurrent, TokenLimitField.MAX_COMPLETION_TOKENS,
				sessionBudget, dailyBudget, new BigDecimal("2"), new BigDecimal("8"));
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		this.budget = new TokenBudget(JdbcClient.create(TestDatabase.dataSource()),
				new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource())), clock, sessionBudget,
				dailyBudget);
		this.provider = new Provider(settings, clock);
		this.model = new OpenAiLanguageModel(this.provider, this.budget, settings, this.work,
				(session) -> this.sessions.has(session));
	}

	static ModelFixture on(int port) {
		return new ModelFixture(port, 4, 1_000_000, 1_000_000_000);
	}

	ModelRequest<Bakery> question() {
		return question((_) -> List.of());
	}

	ModelRequest<Bakery> question(Function<Bakery, List<String>> violations) {
		return new ModelRequest<>("bakery", PROMPT, Bakery.class, violations, this.session, Duration.ofSeconds(3),
				Duration.ofSeconds(1), 300);
	}

	long used(String account) {
		return JdbcClient.create(TestDatabase.dataSource())
			.sql("SELECT coalesce(sum(used), 0) FROM model_account WHERE account = ?")
			.param(account)
			.query(Long.class)
			.single();
	}

	long used() {
		return used("session:" + this.session);
	}

	long reserved() {
		return JdbcClient.create(TestDatabase.dataSource())
			.sql("SELECT count(*) FROM model_reservation WHERE account = ?")
			.param("session:" + this.session)
			.query(Long.class)
			.single();
	}

	@Override
	public void close() {
		this.provider.close();
	}

}
