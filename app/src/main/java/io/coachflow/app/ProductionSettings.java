package io.coachflow.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Stops the start of the profile {@code prod} if the address of its database, Redis or
 * issuer is missing, that of Axon Server if it is the log, or the issuer's client if the
 * console is on. They have no defaults in production, because a default could be the
 * wrong address.
 */
class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	private static final Map<String, List<String>> REQUIRED = new TreeMap<>(Map.of("SPRING_DATASOURCE_URL",
			List.of("spring.datasource.url"), "SPRING_DATASOURCE_USERNAME", List.of("spring.datasource.username"),
			"SPRING_DATASOURCE_PASSWORD", List.of("spring.datasource.password"), "SPRING_DATA_REDIS_URL",
			List.of("spring.data.redis.url", "spring.data.redis.host"),
			"SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI",
			List.of("spring.security.oauth2.resourceserver.jwt.issuer-uri")));

	private static final Map<String, List<String>> REQUIRED_BY_CONSOLE = Map.of(
			"SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_COACHFLOW_CLIENTID",
			List.of("spring.security.oauth2.client.registration.coachflow.client-id"),
			"SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_COACHFLOW_AUTHORIZATIONURI",
			List.of("spring.security.oauth2.client.provider.coachflow.authorization-uri",
					"spring.security.oauth2.client.provider.coachflow.issuer-uri"),
			"SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_COACHFLOW_TOKENURI",
			List.of("spring.security.oauth2.client.provider.coachflow.token-uri",
					"spring.security.oauth2.client.provider.coachflow.issuer-uri"));

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (environment.acceptsProfiles(Profiles.of("prod"))) {
			Map<String, List<String>> required = new TreeMap<>(REQUIRED);
			if (environment.getProperty("axon.axonserver.enabled", Boolean.class, false)) {
				required.put("AXON_AXONSERVER_SERVERS", List.of("axon.axonserver.servers"));
			}
			if (environment.getProperty("coachflow.console.enabled", Boolean.class, false)) {
				required.putAll(REQUIRED_BY_CONSOLE);
			}
			List<String> missing = required.entrySet()
				.stream()
				.filter((setting) -> setting.getValue()
					.stream()
					.noneMatch((property) -> isGiven(environment.getProperty(property))))
				.map((setting) -> setting.getKey() + " (" + setting.getValue().getFirst() + ")")
				.toList();
			if (!missing.isEmpty()) {
				throw new MissingSettingsException(missing);
			}
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	private static boolean isGiven(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	static class MissingSettingsException extends RuntimeException {

		private final List<String> missing;

		MissingSettingsException(List<String> missing) {
			super("The profile prod needs these settings: " + String.join(", ", missing));
			this.missing = missing;
		}

	}

	static class Analyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, MissingSettingsException cause) {
			return new FailureAnalysis(
					"The profile prod has no defaults, and these settings are missing:\n\n    "
							+ String.join("\n    ", cause.missing),
					"Set them as environment variables or properties, and start again.", cause);
		}

	}

}
