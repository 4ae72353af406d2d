package io.coachflow.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.springframework.util.FileSystemUtils;

/**
 * Where the servers' programs are unpacked: once per user in {@code ~/.cache/coachflow},
 * so that several checkouts share them, or beside the data where there is no such home.
 */
final class ProgramCache {

	private final Path folder;

	private ProgramCache(Path folder) {
		this.folder = folder;
	}

	/**
	 * Chooses the folder.
	 * @param dataFolder whose sibling {@code bin} serves where the home cannot be written
	 * @return the cache
	 * @throws IOException if neither folder can be written
	 */
	static ProgramCache besides(Path dataFolder) throws IOException {
		Path shared = Path.of(System.getProperty("user.home"), ".cache", "coachflow");
		if (shared.isAbsolute() && isWritable(shared)) {
			return new ProgramCache(shared);
		}
		return new ProgramCache(OwnerOnly.createDirectories(dataFolder.resolveSibling("bin")));
	}

	private static boolean isWritable(Path folder) {
		try {
			return Files.isWritable(OwnerOnly.createDirectories(folder));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * The named programs, unpacked now if they are not there yet. A process killed while
	 * unpacking leaves nothing that a later one would take for complete.
	 */
	Path get(String name, Unpacking unpacking) throws IOException {
		synchronized (ProgramCache.class) {
			Path programs = this.folder.resolve(name);
			if (Files.isDirectory(programs)) {
				return programs;
			}
			try (FileChannel channel = FileChannel.open(this.folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
				if (!Files.isDirectory(programs)) {
					Path incomplete = this.folder.resolve(name + ".incomplete");
					FileSystemUtils.deleteRecursively(incomplete);
					Files.createDirectory(incomplete);
					unpacking.into(incomplete);
					Files.move(incomplete, programs, StandardCopyOption.ATOMIC_MOVE);
				}
			}
			return programs;
		}
	}

	@FunctionalInterface
	interface Unpacking {

		void into(Path folder) throws IOException;

	}

}
