package io.coachflow.app.security;

import java.util.function.Predicate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What of a request Spring Security refuses unread.
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

}
