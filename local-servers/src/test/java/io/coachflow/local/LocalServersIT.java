package io.coachflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.coachflow.local.LocalServersFixture.ask;
import static io.coachflow.local.LocalServersFixture.execute;
import static io.coachflow.local.LocalServersFixture.fork;
import static io.coachflow.local.LocalServersFixture.kill;
import static io.coachflow.local.LocalServersFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalServersIT {

	@TempDir
	private Path temporary;

	private Path directory;

	private int postgresPort;

	private int redisPort;

	private final List<String> progress = new CopyOnWriteArrayList<>();

	@BeforeEach
	void chooseAPlace() throws IOException {
		this.directory = this.temporary.resolve("a data directory");
		this.postgresPort = FreePort.next();
		this.redisPort = FreePort.next();
	}

	@Nested
	class Postgres {

		@Test
		void keepsItsDataBetweenRunsAndIsReadyFastTheSecondTime() throws Exception {
			try (LocalPostgres first = startPostgres()) {
				execute(first, "CREATE TABLE note AS SELECT 'gardé ☂' AS text");
			}
			LocalServersIT.this.progress.clear();
			try (LocalPostgres second = startPostgres()) {
				assertThat(query(second, "SELECT text FROM note")).isEqualTo("gardé ☂");
			}
			assertThat(LocalServersIT.this.progress).singleElement()
				.asString()
				.matches("PostgreSQL 18\\.6 is ready on 127\\.0\\.0\\.1:\\d+ \\(\\d+\\.\\d s\\)");
		}

		@Test
		void isDurableAndListensOnTheLoopbackInterfaceOnly() throws Exception {
			try (LocalPostgres postgres = startPostgres()) {
				for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
					assertThat(query(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
				}
				assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
				assertThat(query(postgres, "SHOW max_connections")).isEqualTo("100");
				assertThat(query(postgres, "SHOW shared_buffers")).isEqualTo("128MB");
			}
		}

		@Test
		void refusesToRunWithoutFsync() throws Exception {
			startPostgres().close();
			Files.writeString(postgresFolder().resolve("postgresql.auto.conf"), "fsync = off\n");
			assertThatExceptionOfType(LocalServersException.class).isThrownBy(() -> startPostgres())
				.withMessageContaining("runs with fsync = off")
				.withMessageContaining("Remove fsync from postgresql.auto.conf");
			assertThat(PostmasterFile.read(postgresFolder())).as("still running").isEmpty();
		}

		@Test
		void namesThePortThatIsTakenAndItsSetting() throws Exception {
			try (ServerSocket _ = new ServerSocket(postgresPort(), 1, InetAddress.getLoopbackAddress())) {
				assertThatExceptionOfType(LocalServersException.class).isThrownBy(() -> startPostgres())
					.withMessageContaining("PostgreSQL cannot listen on port " + postgresPort())
					.withMessageContaining("COACHFLOW_LOCAL_POSTGRESPORT (property coachflow.local.postgres-port)");
			}
			assertThat(postgresFolder()).doesNotExist();
		}

		@Test
		void recoversWhatWasCommittedBeforeItWasKilled() throws Exception {
			LocalPostgres killed = startPostgres();
			execute(killed, "CREATE TABLE note AS SELECT generate_series(1, 1000) AS id");
			kill(killed.pid());
			try (LocalPostgres next = startPostgres()) {
				assertThat(query(next, "SELECT count(*) FROM note")).isEqualTo("1000");
			}
		}

		@Test
		void leavesAProgramAloneThatGotTheProcessIdOfAKilledServer() throws Exception {
			LocalPostgres killed = startPostgres();
			kill(killed.pid());
			Process bystander = new ProcessBuilder("sleep", "600").start();
			try {
				claimToBe(bystander.pid(), postgresFolder());
				startPostgres().close();
				assertThat(bystander.isAlive()).isTrue();
			}
			finally {
				kill(bystander);
			}
		}

		@Test
		void leavesAnotherPostgresAloneThatGotItsProcessIdAndItsPort() throws Exception {
			LocalPostgres killed = startPostgres();
			kill(killed.pid());
			Path elsewhere = LocalServersIT.this.temporary.resolve("another data directory").resolve("postgres");
			try (LocalPostgres other = LocalPostgres.start(elsewhere, postgresPort(),
					LocalServersIT.this.progress::add)) {
				claimToBe(other.pid(), postgresFolder());
				LocalServersIT.this.postgresPort = FreePort.next();
				startPostgres().close();
				assertThat(query(other, "SELECT 'alive'")).isEqualTo("alive");
			}
		}

		private void claimToBe(long pid, Path folder) throws IOException {
			Path file = folder.resolve("postmaster.pid");
			assertThat(file).exists();
			Files.writeString(file, Files.readString(file).replaceFirst("^\\d+", Long.toString(pid)));
		}

	}

	@Nested
	class Redis {

		@Test
		void keepsItsDataBetweenRuns() throws Exception {
			try (LocalRedis _ = startRedis()) {
				ask(redisPort(), "SET note kept");
			}
			try (LocalRedis _ = startRedis()) {
				assertThat(ask(redisPort(), "GET note")).isEqualTo("kept");
				assertThat(ask(redisPort(), "CONFIG GET bind")).isEqualTo("127.0.0.1");
			}
		}

		@Test
		void namesThePortThatIsTakenAndItsSetting() throws Exception {
			try (ServerSocket _ = new ServerSocket(redisPort(), 1, InetAddress.getLoopbackAddress())) {
				assertThatExceptionOfType(LocalServersException.class).isThrownBy(() -> startRedis())
					.withMessageContaining("Redis cannot listen on port " + redisPort())
					.withMessageContaining("COACHFLOW_LOCAL_REDISPORT (property coachflow.local.redis-port)");
			}
		}

		@Test
		void leavesAnotherRedisAloneThatGotThePortOfAKilledOne() throws Exception {
			LocalRedis killed = startRedis();
			kill(killed.pid());
			Path elsewhere = LocalServersIT.this.temporary.resolve("another data directory").resolve("redis");
			int port = redisPort();
			try (LocalRedis other = LocalRedis.start(elsewhere, port, LocalServersIT.this.progress::add)) {
				Files.writeString(redisFolder().resolve("redis.pid"), other.pid() + "\n");
				LocalServersIT.this.redisPort = FreePort.next();
				startRedis().close();
				assertThat(ask(port, "PING")).isEqualTo("PONG");
			}
		}

	}

	@Nested
	class DataDirectoryOfOneApplication {

		@Test
		void isTakenOverWithItsRunningServersWhenTheApplicationWasKilled() throws Exception {
			Process application = fork(directory(), postgresPort(), redisPort());
			try (RedisConnection redis = RedisConnection.open(redisPort())) {
				redis.ask("SET note kept");
			}
			finally {
				kill(application);
			}
			assertThat(ask(redisPort(), "PING")).as("the orphan lives").isEqualTo("PONG");
			long orphan = PostmasterFile.read(postgresFolder()).orElseThrow().pid();
			try (DataDirectory _ = DataDirectory.hold(directory());
					LocalPostgres postgres = startPostgres();
					LocalRedis _ = startRedis()) {
				assertThat(postgres.pid()).isNotEqualTo(orphan);
				assertThat(query(postgres, "SELECT current_user")).isEqualTo("coachflow");
				assertThat(ask(redisPort(), "GET note")).isEqualTo("kept");
			}
			assertThat(LocalServersIT.this.progress)
				.anyMatch((line) -> line.startsWith("PostgreSQL: stopping process " + orphan))
				.anyMatch((line) -> line.startsWith("Redis: stopping the server on port " + redisPort()));
		}

		@Test
		void isRefusedToASecondApplicationWithTheProcessToStop() throws Exception {
			Process application = fork(directory(), postgresPort(), redisPort());
			try {
				assertThatExceptionOfType(LocalServersException.class).isThrownBy(() -> DataDirectory.hold(directory()))
					.withMessageContaining("in use by another Coachflow, process " + application.pid())
					.withMessageContaining("set COACHFLOW_LOCAL_DATADIR");
			}
			finally {
				application.getOutputStream().close();
				application.waitFor();
			}
			assertThat(PostmasterFile.read(postgresFolder())).as("stopped with its application").isEmpty();
			DataDirectory.hold(directory()).close();
		}

		@Test
		void staysHeldWhenTheSameProcessAsksTwice() throws Exception {
			try (DataDirectory _ = DataDirectory.hold(directory())) {
				assertThatExceptionOfType(LocalServersException.class)
					.isThrownBy(() -> DataDirectory.hold(directory()));
				assertThatExceptionOfType(IllegalStateException.class)
					.isThrownBy(() -> fork(directory(), postgresPort(), redisPort()));
			}
		}

		@Test
		void isForItsOwnerOnly() throws Exception {
			try (DataDirectory held = DataDirectory.hold(directory())) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(held.path())))
					.isEqualTo("rwx------");
			}
		}

		@Test
		void saysWhenItCannotBeWritten() throws Exception {
			Path file = Files.createFile(LocalServersIT.this.temporary.resolve("file"));
			assertThatExceptionOfType(LocalServersException.class)
				.isThrownBy(() -> DataDirectory.hold(file.resolve("data")))
				.withMessageContaining("cannot be written")
				.withMessageContaining("COACHFLOW_LOCAL_DATADIR");
		}

	}

	private Path directory() {
		return this.directory;
	}

	private int postgresPort() {
		return this.postgresPort;
	}

	private int redisPort() {
		return this.redisPort;
	}

	private Path postgresFolder() {
		return this.directory.resolve("postgres");
	}

	private Path redisFolder() {
		return this.directory.resolve("redis");
	}

	private LocalPostgres startPostgres() {
		return LocalPostgres.start(postgresFolder(), this.postgresPort, this.progress::add);
	}

	private LocalRedis startRedis() {
		return LocalRedis.start(redisFolder(), this.redisPort, this.progress::add);
	}

}
