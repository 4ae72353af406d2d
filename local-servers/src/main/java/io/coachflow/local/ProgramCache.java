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
 * The folder with the servers' programs: one for each user in {@code ~/.cache/coachflow},
 * which several checkouts share, or one beside the data if the home cannot be written.
 */
final class ProgramCache {

	private final Path folder;

	private ProgramCache(Path folder) {
		this.folder = folder;
	}

	/**
	 * Chooses the folder.
	 * @param dataFolder its sibling {@code bin} is used if the home cannot be written
	 * @throws IOException if neither folder can be written
	 */
	static ProgramCache beside(Path dataFolder) throws IOException {
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
	 * The named programs. Unpacks them if they are absent. If a process is killed while
	 * it unpacks, no later one takes the incomplete folder for complete.
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
