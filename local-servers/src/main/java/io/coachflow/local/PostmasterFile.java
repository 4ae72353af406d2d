package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code postmaster.pid}, which a running PostgreSQL, or one that was
 * killed, has written. The process id may be another program's by now. Reads lines 1 and
 * 4, see PostgreSQL's {@code src/include/utils/pidfile.h}.
 *
 * @param pid the process id
 * @param port the TCP port
 */
record PostmasterFile(long pid, int port) {

	static Optional<PostmasterFile> read(Path cluster) throws IOException {
		try {
			List<String> lines = Files.readAllLines(file(cluster));
			return Optional
				.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			// Half written: PostgreSQL deals with it when it starts
			return Optional.empty();
		}
	}

	static void delete(Path cluster) throws IOException {
		Files.deleteIfExists(file(cluster));
	}

	private static Path file(Path cluster) {
		return cluster.resolve("postmaster.pid");
	}

}
