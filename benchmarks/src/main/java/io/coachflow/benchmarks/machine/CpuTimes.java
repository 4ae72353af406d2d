package io.coachflow.benchmarks.machine;

/**
 * CPU time in seconds, split by who used it; since some moment, or between two.
 *
 * @param java the service without its JIT compiler
 * @param jit the threads of the service's JIT compiler
 * @param postgres the database server with all its processes
 * @param redis the Redis server
 * @param client this process, which makes the load
 * @param busy all work on the machine, the five included
 * @param stolen taken by the hypervisor for other machines
 * @param total what the cores could have given
 */
public record CpuTimes(double java, double jit, double postgres, double redis, double client, double busy,
		double stolen, double total) {

	/** What was used since an earlier reading. */
	public CpuTimes since(CpuTimes earlier) {
		return new CpuTimes(this.java - earlier.java, this.jit - earlier.jit, this.postgres - earlier.postgres,
				this.redis - earlier.redis, this.client - earlier.client, this.busy - earlier.busy,
				this.stolen - earlier.stolen, this.total - earlier.total);
	}

	/** The share of the machine that the hypervisor took, 0 to 1. */
	public double stolenShare() {
		return (this.total > 0) ? this.stolen / this.total : 0;
	}

	/** The share of the machine that strangers to this run used, 0 to 1. */
	public double foreignShare() {
		double ours = this.java + this.jit + this.postgres + this.redis + this.client;
		return (this.total > 0) ? Math.max(0, this.busy - ours) / this.total : 0;
	}

}
