package io.coachflow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that a pid file names: the server that wrote the file, or another program
 * that got the same process id later.
 *
 * @param pid the process id
 * @param program the name of the server's program file
 * @param folder the server's data folder, which is also its working directory
 */
record ServerProcess(long pid, String program, Path folder) {

	boolean isAlive() {
		return ProcessHandle.of(this.pid).map(ProcessHandle::isAlive).orElse(false);
	}

	/**
	 * Whether the process is the server of this folder. This is certain only if the
	 * system shows working directories (Linux). Elsewhere the program's name decides,
	 * which is enough to refuse a start but not to stop the process.
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
