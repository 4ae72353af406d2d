package io.coachflow.app.security;

import java.util.function.Predicate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Which requests Spring Security refuses before its filters run.
 */
@Configuration(proxyBeanMethods = false)
class FirewallConfiguration {

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
	 * The same rule, applied only to texts that it could refuse. It is a regular
	 * expression that allows printable ASCII, and nearly every header is that.
	 */
	static Predicate<String> unlessPlain(Predicate<String> rule) {
		return (text) -> PrintableAscii.alone(text) || rule.test(text);
	}

}
