package io.coachflow.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.zonky.test.db.postgres.util.LinuxUtils;

/** PostgreSQL's own programs, unpacked and ready to run. */
final class PostgresPrograms {

	private final Path folder;

	private PostgresPrograms(Path folder) {
		this.folder = folder;
	}

	static PostgresPrograms unpacked(Path dataFolder, Consumer<String> progress) throws IOException {
		PostgresArchive archive = new PostgresArchive();
		return new PostgresPrograms(ProgramCache.beside(dataFolder).get(archive.name(), (folder) -> {
			progress.accept("PostgreSQL: unpacking its programs (first start only, about 5 s) ...");
			archive.unpack(folder);
		}));
	}

	/**
	 * Runs a program to its end, inside the data folder if that exists.
	 * @param cluster the data folder that it works on
	 * @param program its name, such as {@code pg_ctl}
	 * @param arguments without the data folder
	 * @return its exit code and output
	 */
	Result run(Path cluster, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			// PostgreSQL refuses to run as root
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.folder.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		Path existing = Files.isDirectory(cluster) ? cluster
				: Objects.requireNonNull(cluster.getParent(), "The data folder has no parent");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(existing.toFile());
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> name.startsWith("PG"));
		// Not as an argument: pg_ctl would pass it to a shell
		environment.put("PGDATA", cluster.toString());
		environment.put("LC_ALL", "C");
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			return new Result(process.waitFor(), output.strip());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException(program + " was interrupted");
		}
	}

	record Result(int exitCode, String output) {

		boolean succeeded() {
			return this.exitCode == 0;
		}

	}

}
