package io.coachflow.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.coachflow.local.FreePort;
import io.coachflow.local.LocalPostgres;
import io.coachflow.local.LocalRedis;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * What a first start leaves behind, made once for all tests: a migrated database, and an
 * AOT cache of the classes that a start loads. Both take seconds, and most tests start an
 * application of their own. Tests of first starts do without the database.
 */
public final class PreparedStart {

	private static @Nullable PreparedStart made;

	private final Path database;

	private final Path cache;

	private final String classPath;

	private PreparedStart(Path home) throws IOException, InterruptedException {
		this.database = home.resolve("data/postgres");
		this.cache = home.resolve("classes.aot");
		this.classPath = jars(home);
		List<String> command = command("-XX:AOTCacheOutput=" + this.cache, "-Dspring.context.exit=onRefresh");
		command.addAll(List.of("--server.port=" + FreePort.next(), "--coachflow.local.data-dir=" + home.resolve("data"),
				"--coachflow.local.postgres-port=" + FreePort.next(),
				"--coachflow.local.redis-port=" + FreePort.next()));
		Path output = home.resolve("output.log");
		Process start = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		if (start.waitFor() != 0) {
			throw new IllegalStateException("The first start failed:\n" + Files.readString(output));
		}
		forgetEngine();
		stopRedis(home.resolve("data/redis"));
	}

	/** Spring halts the process where it exits, which leaves the servers running. */
	private static void stopRedis(Path folder) {
		LocalRedis.start(folder, FreePort.next(), (_) -> {
			// Nobody waits for it
		}).close();
	}

	/** Applications of either event log may have the database. */
	private void forgetEngine() {
		try (LocalPostgres postgres = LocalPostgres.start(this.database, FreePort.next(), (_) -> {
			// Nobody waits for it
		});
				SingleConnectionDataSource connection = new SingleConnectionDataSource(postgres.jdbcUrl(),
						LocalPostgres.NAME, LocalPostgres.NAME, true)) {
			JdbcClient.create(connection).sql("DELETE FROM event_log_engine").update();
		}
	}

	/** Puts a copy of the database into a folder that does not exist yet. */
	public static void copyDatabaseTo(Path folder) throws IOException, InterruptedException {
		Path source = once().database;
		Files.createDirectories(folder.toAbsolutePath().getParent());
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : files.toList()) {
				// A folder keeps its rights, without which PostgreSQL does not start
				Files.copy(file, folder.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	/** Starts the application, but for its settings. */
	public static List<String> command() throws IOException, InterruptedException {
		PreparedStart start = once();
		return start.command("-XX:AOTCache=" + start.cache, "-Xlog:aot=off");
	}

	private List<String> command(String... options) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", this.classPath, "io.coachflow.app.CoachflowApplication"));
		return command;
	}

	private static synchronized PreparedStart once() throws IOException, InterruptedException {
		if (made == null) {
			Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/it").toAbsolutePath()),
					"start");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
			made = new PreparedStart(home);
		}
		return made;
	}

	/**
	 * This process's class path with a jar for each folder: an AOT cache knows jars
	 * alone.
	 */
	private static String jars(Path home) throws IOException {
		List<String> jars = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path path = Path.of(entry);
			if (Files.isDirectory(path)) {
				Path jar = home.resolve("classes-" + jars.size() + ".jar");
				pack(path, jar);
				jars.add(jar.toString());
			}
			else if (Files.exists(path)) {
				jars.add(entry);
			}
		}
		return String.join(File.pathSeparator, jars);
	}

	private static void pack(Path folder, Path jar) throws IOException {
		try (Stream<Path> found = Files.walk(folder);
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
			for (Path file : found.sorted().toList()) {
				String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
				if (Files.isDirectory(file) && !name.isEmpty()) {
					out.putNextEntry(new ZipEntry(name + "/"));
				}
				else if (Files.isRegularFile(file)) {
					out.putNextEntry(new ZipEntry(name));
					Files.copy(file, out);
				}
			}
		}
	}

}
