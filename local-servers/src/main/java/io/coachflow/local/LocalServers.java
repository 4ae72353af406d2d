package io.coachflow.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Starts a PostgreSQL and a Redis for the local run, which is every profile but
 * {@code prod}. It starts no PostgreSQL if {@code spring.datasource.url} is set, and no
 * Redis if {@code spring.data.redis.url} or {@code .host} is set. Both keep their data in
 * {@code coachflow.local.data-dir}, which it holds for this process in any case. Both
 * stop after everything else. Fails with a {@link LocalServersException}.
 */
public final class LocalServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (environment.acceptsProfiles(Profiles.of("prod"))) {
			return;
		}
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("io.zonky.test.db.postgres", LogLevel.WARN);
		RunningServers servers = new RunningServers();
		SpringApplication.getShutdownHandlers().add(servers::close);
		// Registered before any bean, hence destroyed after all of them
		((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("localServers", servers::close);
		boolean started = false;
		try {
			Map<String, Object> properties = start(servers, environment, System.out::println);
			environment.getPropertySources().addFirst(new MapPropertySource("localServers", properties));
			started = true;
		}
		finally {
			if (!started) {
				servers.close();
			}
		}
	}

	private static Map<String, Object> start(RunningServers servers, Environment environment,
			Consumer<String> progress) {
		LocalSettings settings = LocalSettings.from(environment);
		boolean postgres = !isSet(environment, "spring.datasource.url");
		boolean redis = !isSet(environment, "spring.data.redis.url") && !isSet(environment, "spring.data.redis.host");
		requireLibraries(postgres, redis);
		DataDirectory directory = servers.start(() -> DataDirectory.hold(settings.dataPath()));
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("coachflow.local.data-dir", directory.path().toString());
		// Leftovers may hold the ports, and nothing starts unless both ports are free
		if (postgres) {
			LocalPostgres.stopLeftover(directory.postgres(), progress);
		}
		if (redis) {
			LocalRedis.stopLeftover(directory.redis(), progress);
		}
		if (postgres) {
			LoopbackPort.ofPostgres(settings.postgresPort()).requireFree();
		}
		if (redis) {
			LoopbackPort.ofRedis(settings.redisPort()).requireFree();
		}
		if (postgres) {
			LocalPostgres server = servers
				.start(() -> LocalPostgres.start(directory.postgres(), settings.postgresPort(), progress));
			properties.put("spring.datasource.url", server.jdbcUrl());
			putIfUnset(properties, environment, "spring.datasource.username");
			putIfUnset(properties, environment, "spring.datasource.password");
		}
		if (redis) {
			LocalRedis server = servers
				.start(() -> LocalRedis.start(directory.redis(), settings.redisPort(), progress));
			properties.put("spring.data.redis.url", server.url());
		}
		return properties;
	}

	private static void requireLibraries(boolean postgres, boolean redis) {
		ClassLoader loader = LocalServers.class.getClassLoader();
		if ((postgres && !ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", loader))
				|| (redis && !ClassUtils.isPresent("redis.embedded.RedisServer", loader))) {
			throw new LocalServersException("This jar carries no embedded PostgreSQL and Redis.",
					"Start it with --spring.profiles.active=prod and its settings, or set SPRING_DATASOURCE_URL and "
							+ "SPRING_DATA_REDIS_URL, or use ./mvnw spring-boot:run in a checkout.");
		}
	}

	private static void putIfUnset(Map<String, Object> properties, Environment environment, String name) {
		if (!isSet(environment, name)) {
			properties.put(name, LocalPostgres.NAME);
		}
	}

	private static boolean isSet(Environment environment, String name) {
		return StringUtils.hasText(environment.getProperty(name));
	}

}
