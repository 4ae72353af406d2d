package io.coachflow.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Reads from {@code /proc} what the processes of a run have used.
 */
public final class CpuMeter {

	/** Linux tells ticks of a hundredth of a second on every common platform. */
	private static final double TICKS_PER_SECOND = 100;

	private final long java;

	private final long postmaster;

	private final long redis;

	/**
	 * Names the processes by their ids.
	 */
	public CpuMeter(long java, long postmaster, long redis) {
		this.java = java;
		this.postmaster = postmaster;
		this.redis = redis;
	}

	/** What has been used up to now. */
	public CpuTimes read() {
		MachineStat machine = MachineStat.parse(firstLine(Path.of("/proc/stat")));
		double jit = compilers(this.java);
		return new CpuTimes(tree(this.java) - jit, jit, tree(this.postmaster), own(this.redis),
				own(ProcessHandle.current().pid()), machine.busy() / TICKS_PER_SECOND,
				machine.stolen() / TICKS_PER_SECOND, machine.total() / TICKS_PER_SECOND);
	}

	private static double own(long pid) {
		return stat(process(pid)).own() / TICKS_PER_SECOND;
	}

	/** The service never ends one of these threads: see how it is started. */
	private static double compilers(long pid) {
		try (Stream<Path> threads = Files.list(process(pid).resolve("task"))) {
			return threads.map(CpuMeter::stat).filter(ProcessStat::compiles).mapToLong(ProcessStat::own).sum()
					/ TICKS_PER_SECOND;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A server process that ended counts with the parent that reaped it. */
	private static double tree(long pid) {
		try (Stream<ProcessHandle> children = ProcessHandle.of(pid).orElseThrow().descendants()) {
			return Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid))
				.map((id) -> stat(process(id)))
				.mapToLong((stat) -> stat.own() + stat.reaped())
				.sum() / TICKS_PER_SECOND;
		}
	}

	private static Path process(long pid) {
		return Path.of("/proc", Long.toString(pid));
	}

	private static ProcessStat stat(Path folder) {
		try {
			return ProcessStat.parse(firstLine(folder.resolve("stat")));
		}
		catch (UncheckedIOException ex) {
			// Ended since it was listed: its parent has its time now
			return ProcessStat.GONE;
		}
	}

	private static String firstLine(Path file) {
		try {
			return Files.readString(file).lines().findFirst().orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
