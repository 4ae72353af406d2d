package io.coachflow.saga.enrichment;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class EnrichmentPropertiesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class);

	@Test
	void everySettingHasADefault() {
		this.application.run((context) -> assertThat(context.getBean(EnrichmentProperties.class))
			.isEqualTo(new EnrichmentProperties(256, 5, Duration.ofSeconds(2), Duration.ofMinutes(5),
					Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2))));
	}

	@Test
	void everySettingCanBeSet() {
		this.application
			.withPropertyValues("coachflow.enrichment.jobs=1", "coachflow.enrichment.max-attempts=1",
					"coachflow.enrichment.first-delay=1ms", "coachflow.enrichment.longest-delay=1ms",
					"coachflow.enrichment.polling=10ms", "coachflow.enrichment.heartbeat=20ms",
					"coachflow.enrichment.stopping=0s")
			.run((context) -> assertThat(context.getBean(EnrichmentProperties.class))
				.isEqualTo(new EnrichmentProperties(1, 1, Duration.ofMillis(1), Duration.ofMillis(1),
						Duration.ofMillis(10), Duration.ofMillis(20), Duration.ZERO)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jobs=0", "max-attempts=0", "first-delay=0s", "longest-delay=1s", "polling=0s",
			"heartbeat=-1s", "stopping=-1s" })
	void whatMakesNoSenseIsRefused(String setting) {
		this.application.withPropertyValues("coachflow.enrichment." + setting)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("coachflow.enrichment"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(EnrichmentProperties.class)
	static class Settings {

	}

}
