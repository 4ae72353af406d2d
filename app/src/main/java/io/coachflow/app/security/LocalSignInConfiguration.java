package io.coachflow.app.security;

import io.coachflow.app.web.ErrorWriter;
import io.coachflow.contracts.error.ErrorCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * How the local issuer signs users in for the console: by the code flow with PKCE, and a
 * page where one picks a user. Whatever it keeps in the session is its own, since the
 * console has the same session.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
class LocalSignInConfiguration {

	/**
	 * The page has no script. Browsers apply {@code form-action} to redirects too, and
	 * this form leads back to the client.
	 */
	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Bean
	@Order(0)
	SecurityFilterChain issuerSignIn(HttpSecurity http, RegisteredClientRepository clients) {
		return http
			.securityMatchers((matchers) -> matchers.requestMatchers(HttpMethod.GET, LocalIssuerDocuments.AUTHORIZE)
				.requestMatchers(HttpMethod.POST, LocalIssuerDocuments.AUTHORIZE))
			.oauth2AuthorizationServer((server) -> server.authorizationEndpoint((endpoint) -> endpoint
				.authorizationRequestConverter(new SignInRequests(clients, LocalIssuerConfiguration.SCOPE_BY_CLIENT))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.securityContext((context) -> context.securityContextRepository(new ChosenUser()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint((request, response, _) -> response
				.sendRedirect(SignInPage.PATH + "?" + SignInRequests.query(request))))
			.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain issuerPage(HttpSecurity http, ErrorWriter errors) {
		HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
		tokens.setSessionAttributeName(SignInPage.class.getName() + ".CSRF");
		return http.securityMatcher(SignInPage.PATH, "/issuer/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling((exceptions) -> exceptions.accessDeniedHandler((request, response, _) -> errors
				.write(request, response, ErrorCode.FORBIDDEN, "This form is too old: sign in again from the start.")))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.frameOptions((frames) -> frames.deny())
				// Without a referrer, browsers would send the form with the origin null
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

}
