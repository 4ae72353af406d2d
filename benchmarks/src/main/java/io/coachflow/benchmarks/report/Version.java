package io.coachflow.benchmarks.report;

import java.util.List;

/**
 * What one of two versions came to.
 *
 * @param jar its file
 */
public record Version(String jar, Startup startup, List<Round> rounds) {

}
