package io.coachflow.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were taken on.
 *
 * @param processor the name that the kernel gives
 * @param cores those that this process may use
 * @param memoryGiB the machine's memory
 * @param system kernel and its release
 * @param java the Java that ran both service and client
 */
public record MachineFacts(String processor, int cores, long memoryGiB, String system, String java) {

	/** Asks this machine. */
	public static MachineFacts read() throws IOException {
		String processor = Files.readString(Path.of("/proc/cpuinfo"))
			.lines()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.findFirst()
			.orElse(System.getProperty("os.arch"));
		String memory = Files.readString(Path.of("/proc/meminfo")).lines().findFirst().orElseThrow();
		return new MachineFacts(processor, Runtime.getRuntime().availableProcessors(),
				Math.round(Long.parseLong(memory.replaceAll("\\D", "")) / 1024.0 / 1024.0),
				System.getProperty("os.name") + " " + System.getProperty("os.version"),
				System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
	}

}
