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
 * Accepts the tokens of production's issuer, which may be unreachable at times. Spring's
 * default decoder would fetch the keys every five minutes and accept no token without
 * them.
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
		return Objects.requireNonNull(jwt.getIssuerUri(), "ProductionSettings requires an issuer");
	}

	/**
	 * As in Spring Boot: those of the settings if they also contain the address of the
	 * keys, otherwise those that the keys are for.
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
