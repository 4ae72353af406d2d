package io.coachflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The data directory of a local run, held by at most one application at a time. The
 * operating system releases it when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

	// POSIX releases a process's lock when the process closes any descriptor of the file,
	// so it must know what it holds without opening the file again
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	// Windows denies reading a locked range: lock a byte that nobody reads
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	private final Path path;

	private final FileChannel lock;

	private DataDirectory(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Creates the directory if it is absent, readable by its owner only, and holds it.
	 * @return the directory, to be closed when the servers have stopped
	 * @throws LocalServersException if it cannot be written, or is held already
	 */
	static DataDirectory hold(Path path) {
		try {
			Path directory = OwnerOnly.createDirectories(path).toRealPath();
			if (!HELD.add(directory)) {
				throw heldBy(path, Long.toString(ProcessHandle.current().pid()));
			}
			FileChannel lock = null;
			try {
				lock = lock(directory);
				return new DataDirectory(directory, lock);
			}
			finally {
				if (lock == null) {
					HELD.remove(directory);
				}
			}
		}
		catch (IOException ex) {
			throw new LocalServersException("The data directory %s cannot be written (%s).".formatted(path, ex),
					"Give this user the right to write there, or set COACHFLOW_LOCAL_DATADIR "
							+ "(property coachflow.local.data-dir) to another directory.",
					ex);
		}
	}

	private static FileChannel lock(Path directory) throws IOException {
		Path file = directory.resolve("lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		boolean locked = false;
		try {
			locked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
			if (!locked) {
				throw heldBy(directory, Files.readString(file).strip());
			}
			channel.truncate(0);
			channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
			return channel;
		}
		finally {
			if (!locked) {
				channel.close();
			}
		}
	}

	private static LocalServersException heldBy(Path directory, @Nullable String pid) {
		return new LocalServersException(
				"The data directory %s is in use by another Coachflow, process %s.".formatted(directory, pid),
				"Stop process %s, or set COACHFLOW_LOCAL_DATADIR (property coachflow.local.data-dir) to another directory."
					.formatted(pid));
	}

	Path path() {
		return this.path;
	}

	Path postgres() {
		return this.path.resolve("postgres");
	}

	Path redis() {
		return this.path.resolve("redis");
	}

	@Override
	public void close() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			HELD.remove(this.path);
		}
	}

}
