package io.coachflow.app.security;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import io.coachflow.app.web.ErrorWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The resource server: every path needs a bearer token with the right scope, except
 * health, the OpenAPI and AsyncAPI documents, the schemas of events and Swagger UI.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] OPEN = { "/actuator/health", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**",
			"/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**", "/api/v1/events/asyncapi",
			"/api/v1/events/schemas/*" };

	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http, ErrorWriter errors, VerifiedTokens tokens, SecurityHeaders headers) {
		Refusals refusals = new Refusals(errors);
		DefaultSecurityFilterChain chain = http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				// For every method, so that HEAD needs what GET needs
				.requestMatchers("/api/v1/coaching/session/*/history", "/api/v1/coaching/session/*/history/**")
				.hasAnyAuthority("SCOPE_coaching", "SCOPE_coaching:audit")
				.requestMatchers("/api/v1/coaching/**")
				.hasAuthority("SCOPE_coaching")
				.requestMatchers("/api/v1/audit/**")
				.hasAuthority("SCOPE_coaching:audit")
				.requestMatchers("/api/v1/events/**")
				.hasAnyAuthority("SCOPE_coaching:events", "SCOPE_coaching:audit")
				.requestMatchers("/api/v1/analytics/**")
				.hasAuthority("SCOPE_coaching:analytics")
				.requestMatchers("/api/v1/admin/**", "/actuator/**")
				.hasAuthority("SCOPE_coaching:admin")
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.bearerTokenResolver(new BearerTokens())
				.withObjectPostProcessor(refusals.ofTokens())
				.authenticationEntryPoint(refusals::unauthorized)
				.accessDeniedHandler(refusals::forbidden)
				.jwt((jwt) -> jwt.decoder(tokens::decode)))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(refusals::unauthorized)
				.accessDeniedHandler(refusals::forbidden))
			.headers((all) -> all.defaultsDisabled().addHeaderWriter(headers))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.build();
		// It would announce mutual TLS, which the service does not have
		chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
		return chain;
	}

	@Bean
	VerifiedTokens verifiedTokens(JwtDecoder verifier, Clock clock) {
		return new VerifiedTokens(verifier, clock, Ticker.systemTicker());
	}

	/**
	 * Filters are not observed one by one: requests are counted and timed as a whole, as
	 * {@code http.server.requests}.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

}
