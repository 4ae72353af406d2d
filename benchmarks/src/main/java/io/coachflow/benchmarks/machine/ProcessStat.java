package io.coachflow.benchmarks.machine;

/**
 * One line of {@code /proc/<pid>/stat}, as far as it tells CPU time, in clock ticks of a
 * hundredth of a second.
 *
 * @param parent the process id of the parent
 * @param own user and system time of the process itself
 * @param reaped the same of its children that have ended
 */
record ProcessStat(long parent, long own, long reaped) {

	static ProcessStat parse(String line) {
		// The name before the last bracket may hold anything, blanks and brackets too
		String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
		return new ProcessStat(Long.parseLong(fields[1]), Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
				Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
	}

}
