package io.coachflow.app;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProductionSettingsTests {

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("spring.datasource.url", "jdbc:postgresql://postgres/coachflow")
		.withProperty("spring.datasource.username", "coachflow")
		.withProperty("spring.datasource.password", "secret")
		.withProperty("spring.data.redis.host", "redis")
		.withProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://issuer");

	@Test
	void axonServerNeedsAnAddressWhereItIsTheLog() {
		start();
		this.environment.setProperty("axon.axonserver.enabled", "true");

		assertThatExceptionOfType(ProductionSettings.MissingSettingsException.class).isThrownBy(this::start)
			.withMessageContaining("AXON_AXONSERVER_SERVERS");

		this.environment.setProperty("axon.axonserver.servers", "axonserver:8124");
		assertThatCode(this::start).doesNotThrowAnyException();
	}

	@Test
	void theConsoleNeedsAClientWhereItIsOn() {
		start();
		this.environment.setProperty("coachflow.console.enabled", "true");

		assertThatExceptionOfType(ProductionSettings.MissingSettingsException.class).isThrownBy(this::start)
			.withMessageContaining("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_COACHFLOW_CLIENTID")
			.withMessageContaining("SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_COACHFLOW_AUTHORIZATIONURI")
			.withMessageContaining("SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_COACHFLOW_TOKENURI");

		this.environment.setProperty("spring.security.oauth2.client.registration.coachflow.client-id", "console");
		this.environment.setProperty("spring.security.oauth2.client.provider.coachflow.issuer-uri",
				"https://issuer.example");
		assertThatCode(this::start).doesNotThrowAnyException();
	}

	private void start() {
		this.environment.setActiveProfiles("prod");
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.setEnvironment(this.environment);
			new ProductionSettings().initialize(context);
		}
	}

}
