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
		return new CpuTimes(own(this.java), tree(this.postmaster), own(this.redis), own(ProcessHandle.current().pid()),
				machine.busy() / TICKS_PER_SECOND, machine.stolen() / TICKS_PER_SECOND,
				machine.total() / TICKS_PER_SECOND);
	}

	private static double own(long pid) {
		return stat(pid).own() / TICKS_PER_SECOND;
	}

	/** A server process that ended counts with the parent that reaped it. */
	private static double tree(long pid) {
		try (Stream<ProcessHandle> children = ProcessHandle.of(pid).orElseThrow().descendants()) {
			return Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid))
				.map(CpuMeter::stat)
				.mapToLong((stat) -> stat.own() + stat.reaped())
				.sum() / TICKS_PER_SECOND;
		}
	}

	private static ProcessStat stat(long pid) {
		Path file = Path.of("/proc", Long.toString(pid), "stat");
		try {
			return ProcessStat.parse(firstLine(file));
		}
		catch (UncheckedIOException ex) {
			// Ended since it was listed: its parent has its time now
			return new ProcessStat(0, 0, 0);
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
