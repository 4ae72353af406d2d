package io.coachflow.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.ai.*}: the language model and its limits.
 *
 * @param provider {@code offline} for no model, {@code openai} for a provider with
 * OpenAI's API
 * @param baseUrl the API's address, such as {@code https://api.openai.com/v1}
 * @param apiKey the secret sent with each request
 * @param model the model's name at the provider
 * @param timeout for one request to the model, its repair included
 * @param connectTimeout for opening a connection
 * @param firstTokenTimeout until the first event of an answer
 * @param maxConcurrent how many requests this node may have with the provider at once
 * @param tokenLimitField the request field that limits the output tokens; it differs
 * between providers
 * @param sessionTokenBudget input and output tokens that one session may use
 * @param dailyTokenBudget input and output tokens that all sessions together may use per
 * day (UTC)
 * @param inputPrice US dollars per million input tokens
 * @param outputPrice US dollars per million output tokens
 */
@ConfigurationProperties("coachflow.ai")
record AiProperties(@DefaultValue("offline") Provider provider, @Nullable URI baseUrl, @Nullable String apiKey,
		@Nullable String model, @DefaultValue("PT2M") Duration timeout, @DefaultValue("PT3S") Duration connectTimeout,
		@DefaultValue("PT30S") Duration firstTokenTimeout, @DefaultValue("16") int maxConcurrent,
		@DefaultValue("max-completion-tokens") TokenLimitField tokenLimitField,
		@DefaultValue("200000") long sessionTokenBudget, @DefaultValue("5000000") long dailyTokenBudget,
		@DefaultValue("0") BigDecimal inputPrice, @DefaultValue("0") BigDecimal outputPrice) {

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	enum Provider {

		OFFLINE, OPENAI

	}

	enum TokenLimitField {

		MAX_COMPLETION_TOKENS, MAX_TOKENS

	}

	AiProperties {
		if (provider == Provider.OPENAI) {
			requireGiven(baseUrl, apiKey, model);
		}
		if (baseUrl != null && !List.of("http", "https").contains(String.valueOf(baseUrl.getScheme()))) {
			throw new IllegalArgumentException("coachflow.ai.base-url must begin with https:// or http://");
		}
		if (Stream.of(timeout, connectTimeout, firstTokenTimeout).anyMatch((time) -> !time.isPositive())) {
			throw new IllegalArgumentException(
					"coachflow.ai.timeout, .connect-timeout and .first-token-timeout must be durations above zero, such as PT2M");
		}
		if (maxConcurrent < 1 || sessionTokenBudget < 1 || dailyTokenBudget < 1) {
			throw new IllegalArgumentException(
					"coachflow.ai.max-concurrent, .session-token-budget and .daily-token-budget must be 1 or more");
		}
		if (inputPrice.signum() < 0 || outputPrice.signum() < 0) {
			throw new IllegalArgumentException("coachflow.ai.input-price and .output-price must be 0 or more");
		}
	}

	/** The price of the tokens in US dollars, six decimals. */
	BigDecimal price(TokenCount tokens) {
		return this.inputPrice.multiply(BigDecimal.valueOf(tokens.in()))
			.add(this.outputPrice.multiply(BigDecimal.valueOf(tokens.out())))
			.divide(MILLION, 6, RoundingMode.HALF_UP);
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "AiProperties[provider=" + this.provider + ", baseUrl=" + this.baseUrl + ", model=" + this.model + "]";
	}

	private static void requireGiven(@Nullable URI baseUrl, @Nullable String apiKey, @Nullable String model) {
		Map<String, Boolean> given = new TreeMap<>(
				Map.of("COACHFLOW_AI_BASEURL (coachflow.ai.base-url)", baseUrl != null && !baseUrl.toString().isBlank(),
						"COACHFLOW_AI_APIKEY (coachflow.ai.api-key)", apiKey != null && !apiKey.isBlank(),
						"COACHFLOW_AI_MODEL (coachflow.ai.model)", model != null && !model.isBlank()));
		List<String> missing = given.entrySet()
			.stream()
			.filter((setting) -> !setting.getValue())
			.map(Map.Entry::getKey)
			.toList();
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException("coachflow.ai.provider=openai needs these settings, which are missing: "
					+ String.join(", ", missing));
		}
	}

}
