package io.coachflow.benchmarks.load;

import io.coachflow.benchmarks.machine.CpuTimes;

/**
 * What a run of sessions came to.
 *
 * @param connections as many callers, one connection each
 * @param offered steps that should have arrived per second; 0 in a closed loop
 * @param seconds how long it took
 * @param steps those answered with 200
 * @param requests all calls that were answered with 200
 * @param failures calls that were not
 * @param failure an example of those, empty without any
 * @param latency of the steps; in an open loop since the moment each should have been
 * sent
 * @param cpu used meanwhile
 */
public record LoadResult(int connections, double offered, double seconds, long steps, long requests, long failures,
		String failure, Latency latency, CpuTimes cpu) {

	/** Accepted steps per second. */
	public double stepsPerSecond() {
		return this.steps / this.seconds;
	}

	/** The same with the CPU time of a longer while. */
	public LoadResult withCpu(CpuTimes other) {
		return new LoadResult(this.connections, this.offered, this.seconds, this.steps, this.requests, this.failures,
				this.failure, this.latency, other);
	}

	/** The CPU time by step. */
	public CpuPerStep cpuPerStep() {
		return CpuPerStep.of(this.cpu, this.steps);
	}

}
