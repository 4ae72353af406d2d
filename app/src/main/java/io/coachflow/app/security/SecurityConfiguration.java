package io.coachflow.app.security;

import java.time.Clock;
import java.util.Enumeration;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Ticker;
import io.coachflow.app.web.ErrorWriter;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The resource server: a bearer token with the right scope on everything but health and
 * what describes the interface: the OpenAPI and AsyncAPI documents, the schemas of events
 * and Swagger UI.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String BEARER = "Bearer ";

	/** Longer tokens are refused unread. */
	private static final int MAX_TOKEN = 8 * 1024;

	private static final String[] OPEN = { "/actuator/health", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**",
			"/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**", "/api/v1/events/asyncapi",
			"/api/v1/events/schemas/*" };

	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http, ErrorWriter errors, JwtDecoder verifier, Clock clock) {
		DefaultSecurityFilterChain chain = http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				// Whatever the method: what holds for GET holds for HEAD
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
			.oauth2ResourceServer((server) -> server.bearerTokenResolver(boundedTokens())
				.withObjectPostProcessor(refusals(errors))
				.authenticationEntryPoint(unauthorized(errors))
				.accessDeniedHandler(forbidden(errors))
				.jwt((jwt) -> jwt.decoder(new CachingJwtDecoder(verifier, clock, Ticker.systemTicker()))))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(unauthorized(errors))
				.accessDeniedHandler(forbidden(errors)))
			.headers((headers) -> headers.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
				.contentSecurityPolicy((policy) -> policy.policyDirectives(
						"default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'")))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.build();
		// It would tell strangers about mutual TLS, which there is not
		chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
		return chain;
	}

	/**
	 * An observation before and after each filter has no use. Requests are counted and
	 * timed as a whole: {@code http.server.requests}.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * Unknown methods get 405 like the others, not 400: no rule here depends on the
	 * method.
	 */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		firewall.setAllowedHeaderNames(unlessPlain(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
		firewall.setAllowedHeaderValues(unlessPlain(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
		return firewall;
	}

	/**
	 * The same rule, asked only where it could say no: it is a regular expression, and
	 * nearly every header is printable ASCII, which it allows.
	 */
	static Predicate<String> unlessPlain(Predicate<String> rule) {
		return (text) -> isPrintableAscii(text) || rule.test(text);
	}

	private static boolean isPrintableAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

	private static BearerTokenResolver boundedTokens() {
		DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
		return (request) -> {
			Enumeration<String> headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
			String header = headers.hasMoreElements() ? headers.nextElement() : null;
			if (headers.hasMoreElements()) {
				throw new OAuth2AuthenticationException(
						BearerTokenErrors.invalidToken("There is more than one Authorization header"));
			}
			// Spring's own takes a regular expression to each token
			String token = (header != null && isPlainBearer(header)) ? header.substring(BEARER.length())
					: resolver.resolve(request);
			if (token != null && token.length() > MAX_TOKEN) {
				throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("The token is too long"));
			}
			return token;
		};
	}

	/** A header that RFC 6750 allows, in the letter case that clients send. */
	private static boolean isPlainBearer(String header) {
		if (!header.startsWith(BEARER) || header.length() == BEARER.length()) {
			return false;
		}
		for (int i = BEARER.length(); i < header.length(); i++) {
			char it = header.charAt(i);
			if (!((it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z') || (it >= '0' && it <= '9') || it == '-'
					|| it == '.' || it == '_')) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Spring throws on what cannot be checked, and the container writes a stack trace for
	 * each request. The log says once that the issuer is away.
	 */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusals(ErrorWriter errors) {
		AuthenticationEntryPoint unauthorized = unauthorized(errors);
		return new ObjectPostProcessor<>() {
			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler((request, response, ex) -> {
					if (ex instanceof AuthenticationServiceException) {
						errors.write(request, response, ErrorCode.SERVICE_UNAVAILABLE,
								"The token cannot be checked, since its issuer does not answer. Try again shortly.");
					}
					else {
						unauthorized.commence(request, response, ex);
					}
				});
				return filter;
			}
		};
	}

	private static AuthenticationEntryPoint unauthorized(ErrorWriter errors) {
		return (request, response, ex) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(ex));
			errors.write(request, response, ErrorCode.UNAUTHORIZED, (request.getHeader("Authorization") != null)
					? "The token is not valid here: it may be expired, of another issuer or for another audience. Get a new one."
					: "Send a token: Authorization: Bearer <JWT>.");
		};
	}

	/**
	 * As RFC 6750 has it: the error only where a token came, in words that fit a header.
	 */
	private static String challenge(AuthenticationException ex) {
		return (ex instanceof OAuth2AuthenticationException refused
				&& refused.getError() instanceof BearerTokenError error)
						? "Bearer error=\"" + error.getErrorCode() + "\", error_description=\"" + error.getDescription()
								+ "\""
						: "Bearer";
	}

	private static AccessDeniedHandler forbidden(ErrorWriter errors) {
		BearerTokenAccessDeniedHandler challenge = new BearerTokenAccessDeniedHandler();
		return (request, response, ex) -> {
			challenge.handle(request, response, ex);
			errors.write(request, response, ErrorCode.FORBIDDEN, "The token lacks the scope that this path needs.");
		};
	}

}
