package io.coachflow.benchmarks.report;

/**
 * Throughput on a big log against that on an empty one.
 *
 * @param events in the big log at the beginning
 */
public record Growth(long events, InTurn runs) {

}
