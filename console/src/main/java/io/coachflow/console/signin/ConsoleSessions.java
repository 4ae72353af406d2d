package io.coachflow.console.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The console's sessions: in Redis, so that any node serves them. They hold the access
 * token, which the browser never gets.
 */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession(redisNamespace = "coachflow:console",
		maxInactiveIntervalInSeconds = ConsoleSessions.LIFE_SECONDS)
class ConsoleSessions {

	static final String COOKIE = "coachflow-console";

	/** A working day, like the local run's tokens. */
	static final int LIFE_SECONDS = 12 * 60 * 60;

	@Bean
	CookieSerializer consoleCookie(Environment environment) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(COOKIE);
		cookie.setUseHttpOnlyCookie(true);
		// Lax: the issuer sends people back from another site
		cookie.setSameSite("Lax");
		cookie.setUseSecureCookie(environment.acceptsProfiles(Profiles.of("prod")));
		return cookie;
	}

}
