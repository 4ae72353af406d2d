package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that a pid file names, which may be the server that wrote the file, or any
 * program that got the number later.
 *
 * @param pid the process id
 * @param program what the server's program file is called
 * @param folder the server's data folder, which is its working directory too
 */
record ServerProcess(long pid, String program, Path folder) {

	boolean isAlive() {
		return ProcessHandle.of(this.pid).map(ProcessHandle::isAlive).orElse(false);
	}

	/**
	 * Whether the process is the server of this folder. Only where the system shows
	 * working directories (Linux) is this certain; elsewhere the program's name decides,
	 * which is enough to refuse a start and not enough to stop it.
	 */
	boolean seemsToBeTheServer() {
		Optional<Path> command = ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.flatMap((process) -> process.info().command())
			.map((name) -> Path.of(name).getFileName());
		if (command.isEmpty() || !command.get().toString().startsWith(this.program)) {
			return false;
		}
		return !showsWorkingDirectories() || worksInFolder();
	}

	boolean isCertainlyTheServer() {
		return showsWorkingDirectories() && seemsToBeTheServer();
	}

	private boolean worksInFolder() {
		try {
			return Files.isSameFile(Path.of("/proc", Long.toString(this.pid), "cwd"), this.folder);
		}
		catch (IOException ex) {
			// Gone, or another user's
			return false;
		}
	}

	private static boolean showsWorkingDirectories() {
		return Files.exists(Path.of("/proc/self/cwd"));
	}

}
