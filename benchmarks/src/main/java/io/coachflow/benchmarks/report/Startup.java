package io.coachflow.benchmarks.report;

/**
 * A service's start, from its process to readiness.
 *
 * @param cpuSeconds of its process, with the JIT compiler
 */
public record Startup(double seconds, double cpuSeconds) {

}
