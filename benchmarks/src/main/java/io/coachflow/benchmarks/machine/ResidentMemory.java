package io.coachflow.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much of a process is in memory, by {@code /proc/<pid>/status}. */
public final class ResidentMemory {

	private static final int KIB = 1024;

	private ResidentMemory() {
	}

	/** Bytes. */
	public static long of(long pid) throws IOException {
		return parse(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
	}

	static long parse(List<String> status) {
		return status.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}

}
