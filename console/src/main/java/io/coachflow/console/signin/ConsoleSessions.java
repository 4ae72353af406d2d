package io.coachflow.console.signin;

import java.time.Duration;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.session.data.redis.config.annotation.SpringSessionRedisConnectionFactory;
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

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/**
	 * Its own connection: views in Redis may be missed for once, a session may not, so it
	 * waits longer.
	 */
	@Bean(defaultCandidate = false)
	@SpringSessionRedisConnectionFactory
	LettuceConnectionFactory consoleSessionConnections(LettuceConnectionFactory views) {
		LettuceClientConfiguration.LettuceClientConfigurationBuilder client = LettuceClientConfiguration.builder()
			.commandTimeout(PATIENCE)
			.clientOptions(ClientOptions.builder()
				.socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
				.timeoutOptions(TimeoutOptions.enabled())
				.build());
		if (views.isUseSsl()) {
			client.useSsl();
		}
		return new LettuceConnectionFactory(place(views), client.build());
	}

	private static RedisConfiguration place(LettuceConnectionFactory views) {
		RedisConfiguration cluster = views.getClusterConfiguration();
		RedisConfiguration sentinel = views.getSentinelConfiguration();
		if (cluster != null) {
			return cluster;
		}
		return (sentinel != null) ? sentinel : views.getStandaloneConfiguration();
	}

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
