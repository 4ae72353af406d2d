package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * Ours and its peers under the same load, round by round in turn.
 *
 * @param systems ours first
 * @param inserts the durable inserts of each round
 */
public record Peers(List<SystemRuns> systems, List<Inserts> inserts) {

	SystemRuns ours() {
		return this.systems.getFirst();
	}

	Optional<SystemRuns> named(String name) {
		return this.systems.stream().filter((system) -> system.name().equals(name)).findFirst();
	}

}
