package io.coachflow.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * The program of the Redis server, from the class path. The library's own starter is not
 * used: its shutdown hook ends Redis while the application still closes.
 */
final class RedisProgram {

	private final Path file;

	private RedisProgram(Path file) {
		this.file = file;
	}

	static RedisProgram unpacked(RedisFolder folder, Consumer<String> progress) throws IOException {
		String resource = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
		if (resource == null) {
			throw new FileNotFoundException("there is no embedded Redis for this kind of machine");
		}
		String name = resource.substring(1);
		Path unpacked = ProgramCache.beside(folder.path()).get(name, (target) -> {
			progress.accept("Redis: unpacking its program (first start only) ...");
			try (InputStream program = RedisServer.class.getResourceAsStream(resource)) {
				if (program == null) {
					throw new FileNotFoundException(resource);
				}
				Files.copy(program, target.resolve(name));
			}
			if (!target.resolve(name).toFile().setExecutable(true, true)) {
				throw new IOException(target.resolve(name) + " cannot be made executable");
			}
		});
		return new RedisProgram(unpacked.resolve(name));
	}

	/** Starts a server outside our process group, so that Ctrl-C does not reach it. */
	void launch(RedisFolder folder) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.file.toString(), folder.settings().toString())
			.directory(folder.path().toFile())
			.redirectErrorStream(true);
		if (RedisFolder.WINDOWS) {
			builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return;
		}
		Process launcher = builder.start();
		launcher.getOutputStream().close();
		String output = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		if (launcher.onExit().join().exitValue() != 0) {
			throw new LocalServersException("Redis did not start: %s".formatted(output),
					"Install the missing library (usually OpenSSL 3), or set SPRING_DATA_REDIS_URL to another Redis.");
		}
	}

}
