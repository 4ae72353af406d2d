package io.coachflow.llm;

import java.time.Clock;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

class AiPropertiesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withBean(Clock.class, Clock::systemUTC)
		// Never connected to
		.withBean(DataSource.class, DriverManagerDataSource::new)
		.withBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource()))
		.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(new DriverManagerDataSource()))
		.withBean(LiveSessions.class, () -> (_) -> true)
		.withUserConfiguration(ModelConfiguration.class);

	@Test
	void byDefaultThereIsNoModel() {
		this.application.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LanguageModel.class));
	}

	@Test
	void aModelNeedsAnAddressAKeyAndAName() {
		this.application.withPropertyValues("coachflow.ai.provider=openai", "coachflow.ai.model=tiny")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("COACHFLOW_AI_BASEURL (coachflow.ai.base-url)")
				.hasMessageContaining("COACHFLOW_AI_APIKEY (coachflow.ai.api-key)")
				.hasMessageNotContaining("COACHFLOW_AI_MODEL"));
	}

	@Test
	void aConfiguredModelIsThereAndKeepsItsKeyToItself() {
		this.application
			.withPropertyValues("coachflow.ai.provider=openai", "coachflow.ai.model=tiny",
					"coachflow.ai.base-url=http://127.0.0.1:1/v1", "coachflow.ai.api-key=" + ModelFixture.SECRET,
					"coachflow.ai.token-limit-field=max-tokens")
			.run((context) -> {
				assertThat(context).hasSingleBean(LanguageModel.class);
				assertThat(context.getBean(AiProperties.class).toString()).doesNotContain(ModelFixture.SECRET);
				assertThat(context.getBean(AiProperties.class).tokenLimitField())
					.isEqualTo(AiProperties.TokenLimitField.MAX_TOKENS);
			});
	}

	@Test
	void limitsThatMakeNoSenseAreRefused() {
		for (String setting : new String[] { "timeout=0s", "first-token-timeout=-1s", "max-concurrent=0",
				"session-token-budget=0", "daily-token-budget=-1", "input-price=-1", "base-url=file:///etc/passwd" }) {
			this.application.withPropertyValues("coachflow.ai." + setting)
				.run((context) -> assertThat(context).as(setting)
					.getFailure()
					.rootCause()
					.hasMessageContaining("coachflow.ai.")
					.hasMessageContaining("." + setting.split("=")[0]));
		}
	}

}
