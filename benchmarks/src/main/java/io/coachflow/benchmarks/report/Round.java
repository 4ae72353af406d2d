package io.coachflow.benchmarks.report;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * One closed loop on one of two versions.
 *
 * @param load its CPU time includes what the readers did just after the last answer
 * @param walBytes of write-ahead log, in the same time
 * @param residentBytes of the service afterwards
 */
public record Round(LoadResult load, long walBytes, long residentBytes) {

	double walBytesPerStep() {
		return (double) this.walBytes / Math.max(1, this.load.steps());
	}

	double residentMiB() {
		return this.residentBytes / 1024.0 / 1024.0;
	}

}
