package io.coachflow.app.security;

import java.util.List;
import java.util.Objects;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The issuer of production: somebody else's, which may be away. Spring's own decoder asks
 * it for the keys every five minutes and believes no token until it answers.
 */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
@EnableConfigurationProperties(IssuerSettings.class)
class IssuerConfiguration {

	@Bean
	IssuerKeys issuerKeys(OAuth2ResourceServerProperties server, IssuerSettings settings) {
		OAuth2ResourceServerProperties.Jwt jwt = server.getJwt();
		return new IssuerKeys(new IssuerKeySet(issuer(jwt), jwt.getJwkSetUri()), settings);
	}

	@Bean
	JwtDecoder issuerTokens(OAuth2ResourceServerProperties server, IssuerKeys keys) {
		OAuth2ResourceServerProperties.Jwt jwt = server.getJwt();
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
			.jwsAlgorithms((algorithms) -> algorithms.addAll(algorithms(jwt)))
			.build();
		decoder.setJwtValidator(TokenRules.forTokensOf(issuer(jwt)));
		return decoder;
	}

	private static String issuer(OAuth2ResourceServerProperties.Jwt jwt) {
		return Objects.requireNonNull(jwt.getIssuerUri(), "ProductionSettings lets nobody start without an issuer");
	}

	/**
	 * As Spring Boot has it: those of the settings where the keys' address is one of
	 * them, else those that the keys are for.
	 */
	private static List<SignatureAlgorithm> algorithms(OAuth2ResourceServerProperties.Jwt jwt) {
		return (jwt.getJwkSetUri() == null) ? List.of(SignatureAlgorithm.values())
				: jwt.getJwsAlgorithms().stream().map(IssuerConfiguration::algorithm).toList();
	}

	private static SignatureAlgorithm algorithm(String name) {
		SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
		if (algorithm == null) {
			throw new IllegalArgumentException("spring.security.oauth2.resourceserver.jwt.jws-algorithms: " + name
					+ " is unknown. Use others such as RS256, PS256 and ES256");
		}
		return algorithm;
	}

}
