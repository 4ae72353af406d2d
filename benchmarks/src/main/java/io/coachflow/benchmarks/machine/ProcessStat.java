package io.coachflow.benchmarks.machine;

/**
 * One line of {@code /proc/<pid>/stat}, or of one of its threads, as far as it tells CPU
 * time, in clock ticks of a hundredth of a second.
 *
 * @param name its first fifteen bytes
 * @param parent the process id of the parent
 * @param own user and system time of the process itself
 * @param reaped the same of its children that have ended
 */
record ProcessStat(String name, long parent, long own, long reaped) {

	/** What is known of a process that has ended. */
	static final ProcessStat GONE = new ProcessStat("", 0, 0, 0);

	static ProcessStat parse(String line) {
		// The name before the last bracket may hold anything, blanks and brackets too
		int end = line.lastIndexOf(')');
		String[] fields = line.substring(end + 2).split(" ");
		return new ProcessStat(line.substring(line.indexOf('(') + 1, end), Long.parseLong(fields[1]),
				Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
				Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
	}

	/** Whether this is a thread in which HotSpot's C1 or C2 compiles. */
	boolean compiles() {
		return this.name.startsWith("C1 Compiler") || this.name.startsWith("C2 Compiler");
	}

}
