package io.coachflow.llm;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The language model, if one is configured.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiProperties.class)
public class ModelConfiguration {

	@Bean
	SessionWork sessionWork() {
		return new SessionWork();
	}

	/** Needed without a model as well: other nodes may have one. */
	@Bean
	ModelCalls modelCalls(SessionWork work, JdbcClient jdbc) {
		return new ModelCalls(work, jdbc);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "coachflow.ai.provider", havingValue = "openai")
	static class OpenAi {

		@Bean
		Provider modelProvider(AiProperties settings, Clock clock) {
			return new Provider(settings, clock);
		}

		@Bean
		LanguageModel languageModel(Provider modelProvider, AiProperties settings, JdbcClient jdbc,
				PlatformTransactionManager transactions, Clock clock, SessionWork work, LiveSessions sessions) {
			TokenBudget budget = new TokenBudget(jdbc, new TransactionTemplate(transactions), clock,
					settings.sessionTokenBudget(), settings.dailyTokenBudget());
			return new OpenAiLanguageModel(modelProvider, budget, settings, work, sessions);
		}

	}

}
