package io.coachflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

import static io.coachflow.local.LocalServersFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalServersContextIT {

	@TempDir
	private Path directory;

	private int postgresPort;

	private int redisPort;

	@BeforeEach
	void choosePorts() throws IOException {
		this.postgresPort = FreePort.next();
		this.redisPort = FreePort.next();
	}

	@Test
	void theContextGetsServersThatOutliveItsBeansAndStopWithIt() throws Exception {
		AtomicReference<String> atTheEnd = new AtomicReference<>();
		try (ConfigurableApplicationContext context = run("local", Quiet.class)) {
			Environment environment = context.getEnvironment();
			assertThat(environment.getProperty("spring.datasource.url"))
				.isEqualTo("jdbc:postgresql://127.0.0.1:%d/coachflow", this.postgresPort);
			assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("coachflow");
			assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("chosen");
			assertThat(environment.getProperty("spring.data.redis.url")).isEqualTo("redis://127.0.0.1:%d",
					this.redisPort);
			context.getBean(Quiet.class).atTheEnd = () -> atTheEnd.set(ask(this.redisPort, "PING"));
		}
		assertThat(atTheEnd).hasValue("PONG");
		assertNothingRuns();
	}

	@Test
	void aDataDirectoryDeletedUnderTheServersDoesNotKeepThemRunning() throws Exception {
		try (ConfigurableApplicationContext _ = run("local", Quiet.class)) {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		Thread.sleep(500);
		assertNothingRuns();
	}

	@Test
	void aContextThatFailsLaterLeavesNothingRunning() throws Exception {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> run("local", Failing.class))
			.withMessageContaining("on purpose");
		assertNothingRuns();
	}

	@Test
	void nothingStartsWhereOneOfThePortsIsTaken() throws Exception {
		try (ServerSocket _ = new ServerSocket(this.redisPort, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(LocalServersException.class).isThrownBy(() -> run("local", Quiet.class))
				.withMessageContaining("COACHFLOW_LOCAL_REDISPORT");
		}
		assertThat(this.directory.resolve("postgres")).doesNotExist();
		assertNothingRuns();
	}

	@Test
	void theProductionProfileStartsAndHoldsNothing() throws Exception {
		try (ConfigurableApplicationContext context = run("prod", Quiet.class)) {
			assertThat(context.getEnvironment().getProperty("spring.datasource.url")).isNull();
			assertThat(this.directory).isEmptyDirectory();
		}
	}

	private ConfigurableApplicationContext run(String profile, Class<?> configuration) {
		return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE)
			.profiles(profile)
			.initializers(new LocalServers())
			.run("--coachflow.local.data-dir=" + this.directory, "--coachflow.local.postgres-port=" + this.postgresPort,
					"--coachflow.local.redis-port=" + this.redisPort, "--spring.datasource.password=chosen");
	}

	private void assertNothingRuns() throws Exception {
		LoopbackPort.ofPostgres(this.postgresPort).requireFree();
		LoopbackPort.ofRedis(this.redisPort).requireFree();
		DataDirectory.hold(this.directory).close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Quiet implements DisposableBean {

		private AtTheEnd atTheEnd = () -> {
		};

		@Override
		public void destroy() throws Exception {
			this.atTheEnd.run();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		String fails() {
			throw new IllegalStateException("on purpose");
		}

	}

	@FunctionalInterface
	interface AtTheEnd {

		void run() throws IOException, SQLException;

	}

}
