package io.coachflow.benchmarks.load;

/**
 * How often something was done.
 *
 * @param concurrency how many did it at the same time
 * @param perSecond by all of them together
 * @param latency of one
 */
public record Rate(int concurrency, double perSecond, Latency latency) {

}
