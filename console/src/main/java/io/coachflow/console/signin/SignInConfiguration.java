package io.coachflow.console.signin;

import io.coachflow.console.web.ChosenLanguage;
import io.coachflow.console.web.Refused;
import io.coachflow.console.web.SignIn;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see which page: the scopes of the access token say it. The API checks them
 * again with each call, so this is about pages that would be empty.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	static final String REGISTRATION = "coachflow";

	/** Everything that is the console's; the API has all other paths. */
	private static final String[] PATHS = { "/", "/coach", "/coach/**", "/history", "/history/**", "/figures",
			"/figures/**", "/operations", "/operations/**", "/stream", "/stream/**", "/samples", "/console/**",
			"/webjars/htmx.org/**", "/webjars/htmx-ext-sse/**", "/webjars/picocss__pico/**", "/oauth2/authorization/**",
			"/login/oauth2/code/**", "/logout" };

	private static final String[] OPEN = { "/", "/console/**", "/webjars/**" };

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Bean
	@Order(-1)
	SecurityFilterChain console(HttpSecurity http, ClientRegistrationRepository registrations,
			OAuth2AuthorizedClientRepository consoleClients) {
		return http.securityMatcher(PATHS)
			.authorizeHttpRequests(
					(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
						.permitAll()
						.requestMatchers(OPEN)
						.permitAll()
						.requestMatchers("/coach", "/coach/**", "/samples")
						.hasAuthority("SCOPE_coaching")
						.requestMatchers("/history", "/history/**")
						.hasAuthority("SCOPE_coaching:audit")
						.requestMatchers("/figures", "/figures/**")
						.hasAuthority("SCOPE_coaching:analytics")
						.requestMatchers("/operations", "/operations/**")
						.hasAuthority("SCOPE_coaching:admin")
						.requestMatchers("/stream", "/stream/**")
						.hasAnyAuthority("SCOPE_coaching:events", "SCOPE_coaching:audit")
						.anyRequest()
						.authenticated())
			.oauth2Login((login) -> login.clientRegistrationRepository(registrations)
				.authorizedClientRepository(consoleClients)
				.loginPage(SignIn.PATH)
				.authorizationEndpoint(
						(endpoint) -> endpoint.authorizationRequestResolver(new ProofOfKey(registrations)))
				.userInfoEndpoint((users) -> users.userService(new TokenUsers()))
				.failureUrl("/?refused"))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(new SignIn())
				.accessDeniedHandler(new Refused()))
			.csrf((csrf) -> csrf.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
			.addFilterBefore(new ChosenLanguage(), CsrfFilter.class)
			.logout((logout) -> logout.logoutSuccessUrl("/").deleteCookies(ConsoleSessions.COOKIE))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.frameOptions((frames) -> frames.deny())
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	@Bean
	OAuth2AuthorizedClientRepository consoleClients() {
		return new HttpSessionOAuth2AuthorizedClientRepository();
	}

	@Bean
	@Profile("!prod")
	ClientRegistrationRepository localClient(Environment environment) {
		return new LocalClient(environment);
	}

}
