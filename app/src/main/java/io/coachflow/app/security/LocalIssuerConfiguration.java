package io.coachflow.app.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.coachflow.app.web.ErrorWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * The issuer of the local run: Spring Authorization Server in the same process, with
 * clients whose secrets are public. Production never has it.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
class LocalIssuerConfiguration {

	/**
	 * The one scope of each client, which is also that of the user of the same name, in
	 * the order of the sign-in page.
	 */
	static final Map<String, String> SCOPE_BY_CLIENT = scopes();

	/**
	 * Of Spring's endpoints only this and that of {@link LocalSignInConfiguration} exist:
	 * the matchers exclude the others.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain issuer(HttpSecurity http, ErrorWriter errors) {
		return http
			.securityMatchers((matchers) -> matchers.requestMatchers(HttpMethod.POST, LocalIssuerDocuments.TOKEN))
			.oauth2AuthorizationServer((server) -> server
				.tokenEndpoint((endpoint) -> endpoint.accessTokenRequestConverter(new OwnScopes())
					.errorResponseHandler(oauth2Errors(errors)))
				.clientAuthentication((client) -> client.errorResponseHandler(oauth2Errors(errors))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(
					(request, response, _) -> refuse(errors, request, response, OAuth2ErrorCodes.INVALID_CLIENT)))
			.build();
	}

	/** The issuer's public documents. A path without one gets 404, not 403. */
	@Bean
	@Order(1)
	SecurityFilterChain issuerDocuments(HttpSecurity http) {
		return http
			.securityMatcher("/oauth2/**", LocalIssuerDocuments.OAUTH_METADATA, LocalIssuerDocuments.OPENID_METADATA)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	/** The name of the error is that of RFC 6749; the shape is ours. */
	private static AuthenticationFailureHandler oauth2Errors(ErrorWriter errors) {
		return (request, response, ex) -> refuse(errors, request, response,
				(ex instanceof OAuth2AuthenticationException known) ? known.getError().getErrorCode()
						: OAuth2ErrorCodes.INVALID_REQUEST);
	}

	private static void refuse(ErrorWriter errors, HttpServletRequest request, HttpServletResponse response,
			String name) throws IOException {
		boolean stranger = name.equals(OAuth2ErrorCodes.INVALID_CLIENT);
		if (stranger) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coachflow\"");
		}
		errors.write(request, response, stranger ? 401 : 400, name,
				"No token: check the client's id and secret, grant_type=client_credentials and the scope. The README shows a request that works.");
	}

	private static Map<String, String> scopes() {
		Map<String, String> scopes = new LinkedHashMap<>();
		scopes.put("demo", "coaching");
		scopes.put("demo2", "coaching");
		scopes.put("auditor", "coaching:audit");
		scopes.put("analyst", "coaching:analytics");
		scopes.put("admin", "coaching:admin");
		scopes.put("consumer", "coaching:events");
		return Collections.unmodifiableMap(scopes);
	}

	@Bean
	RegisteredClientRepository localClients(Environment environment) {
		return new LocalClients(SCOPE_BY_CLIENT, environment);
	}

	/** Codes given at one endpoint are redeemed at the other. */
	@Bean
	OAuth2AuthorizationService localAuthorizations() {
		return new InMemoryOAuth2AuthorizationService();
	}

	/**
	 * Access tokens as in RFC 9068: Spring's are plain JWTs with a list of scopes.
	 */
	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> accessTokens() {
		return (context) -> {
			context.getJwsHeader().type(TokenRules.ACCESS_TOKEN);
			context.getClaims()
				.audience(List.of(TokenRules.AUDIENCE))
				.claim(OAuth2ParameterNames.CLIENT_ID, context.getRegisteredClient().getClientId())
				.claim(OAuth2ParameterNames.SCOPE, String.join(" ", context.getAuthorizedScopes()));
		};
	}

	@Bean
	AuthorizationServerSettings localIssuer(@Value("${coachflow.local.issuer}") String issuer) {
		return AuthorizationServerSettings.builder()
			.issuer(issuer)
			.authorizationEndpoint(LocalIssuerDocuments.AUTHORIZE)
			.tokenEndpoint(LocalIssuerDocuments.TOKEN)
			.jwkSetEndpoint(LocalIssuerDocuments.KEYS)
			.build();
	}

	@Bean
	ImmutableJWKSet<SecurityContext> localSigningKeys(@Value("${coachflow.local.data-dir}") Path dataDirectory) {
		return new ImmutableJWKSet<>(new JWKSet(LocalSigningKey.in(dataDirectory)));
	}

	@Bean
	JwtDecoder localTokens(JWKSource<SecurityContext> keys, AuthorizationServerSettings issuer) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
		decoder.setJwtValidator(TokenRules.forTokensOf(Objects.requireNonNull(issuer.getIssuer(), "It is set above")));
		return decoder;
	}

}
