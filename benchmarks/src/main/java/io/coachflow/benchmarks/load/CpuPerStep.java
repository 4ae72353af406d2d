package io.coachflow.benchmarks.load;

import io.coachflow.benchmarks.machine.CpuTimes;

/**
 * CPU milliseconds per accepted step, with its share of start and complete, by process.
 *
 * @param together service, PostgreSQL and Redis
 * @param service the service without its JIT compiler
 * @param postgres the database server with all its processes
 * @param redis the Redis server
 * @param jit the service's JIT compiler
 * @param client who makes the load
 */
public record CpuPerStep(double together, double service, double postgres, double redis, double jit, double client) {

	static CpuPerStep of(CpuTimes seconds, long steps) {
		double millis = 1000.0 / Math.max(1, steps);
		return new CpuPerStep((seconds.java() + seconds.postgres() + seconds.redis()) * millis, seconds.java() * millis,
				seconds.postgres() * millis, seconds.redis() * millis, seconds.jit() * millis,
				seconds.client() * millis);
	}

}
