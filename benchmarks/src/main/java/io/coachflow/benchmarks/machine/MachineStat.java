package io.coachflow.benchmarks.machine;

import java.util.Arrays;

/**
 * The first line of {@code /proc/stat}: what all cores did since the machine started, in
 * clock ticks of a hundredth of a second.
 *
 * @param busy spent on work of this machine
 * @param stolen taken by the hypervisor for other machines
 * @param total everything, idle time included
 */
record MachineStat(long busy, long stolen, long total) {

	static MachineStat parse(String line) {
		long[] ticks = Arrays.stream(line.trim().split("\\s+")).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
		long idle = ticks[3] + ticks[4];
		long total = Arrays.stream(ticks).sum();
		return new MachineStat(total - idle - ticks[7], ticks[7], total);
	}

}
