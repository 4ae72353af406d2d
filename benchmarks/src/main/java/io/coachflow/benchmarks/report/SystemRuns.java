package io.coachflow.benchmarks.report;

import java.util.List;

import io.coachflow.benchmarks.load.LoadResult;

/**
 * What one of several systems came to.
 *
 * @param curve accepted steps in each second after readiness
 * @param rounds at 32 connections, when warm
 * @param single at one connection
 * @param races how often two answers were sent to one step at once
 * @param oneRefused in how many of those one was accepted and the other was not
 */
public record SystemRuns(String name, Startup startup, List<Long> curve, List<Round> rounds, List<LoadResult> single,
		int races, int oneRefused) {

	private static final int FROM = 10;

	private static final int TO = 30;

	/** Steps per second in the seconds 10 to 30 after readiness. */
	double early() {
		return this.curve.stream().skip(FROM).limit(TO - FROM).mapToLong(Long::longValue).average().orElse(Double.NaN);
	}

	List<Double> rates() {
		return this.rounds.stream().map((round) -> round.load().stepsPerSecond()).toList();
	}

	List<Double> cpuMillis() {
		return this.rounds.stream().map((round) -> round.load().cpuPerStep().together()).toList();
	}

	List<Double> singleMillis() {
		return this.single.stream().map((run) -> run.latency().p50()).toList();
	}

}
