package io.coachflow.benchmarks.report;

import io.coachflow.benchmarks.load.Rate;
import io.coachflow.benchmarks.machine.CpuTimes;

/**
 * Durable single-row inserts beside a round.
 *
 * @param crowd at 32 connections
 * @param single at one
 * @param cpu used by those of 32 connections
 * @param count how many those were
 */
public record Inserts(Rate crowd, Rate single, CpuTimes cpu, long count) {

	/** CPU milliseconds of an insert: PostgreSQL and the process that inserts. */
	public double cpuMillis() {
		return postgresMillis() + inserterMillis();
	}

	double postgresMillis() {
		return 1000 * this.cpu.postgres() / Math.max(1, this.count);
	}

	double inserterMillis() {
		return 1000 * this.cpu.client() / Math.max(1, this.count);
	}

}
