package io.coachflow.command.businesspackage;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Staleness;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one agent of a package.
 *
 * @param generation the last requested generation, from 1
 * @param attempt the last attempt that began in this generation, from 1; 0 before the
 * first
 * @param delayed the last attempt that failed and is retried; 0 if there was none
 * @param staleness what has changed since the agent was given its brief
 * @param result what the last result was made of; null if there is none
 */
record AgentGeneration(int generation, AgentState state, int attempt, int delayed, Staleness staleness,
		@Nullable Result result) {

	/**
	 * A result.
	 *
	 * @param read what it was made of; null if that was not recorded
	 */
	record Result(@Nullable List<String> read) {
	}

	/** The first generation. */
	static AgentGeneration first() {
		return new AgentGeneration(1, AgentState.PENDING, 0, 0, Staleness.NONE, null);
	}

	AgentGeneration requested(int generation) {
		return new AgentGeneration(generation, AgentState.PENDING, 0, 0, this.staleness.requested(), this.result);
	}

	AgentGeneration started(int attempt) {
		return new AgentGeneration(this.generation, AgentState.RUNNING, attempt, this.delayed, this.staleness,
				this.result);
	}

	AgentGeneration delayed(int attempt) {
		return new AgentGeneration(this.generation, AgentState.PENDING, Math.max(attempt, this.attempt), attempt,
				this.staleness, this.result);
	}

	AgentGeneration succeeded(@Nullable List<String> read) {
		return new AgentGeneration(this.generation, AgentState.SUCCEEDED, this.attempt, this.delayed,
				this.staleness.succeeded(), new Result(read));
	}

	AgentGeneration failed() {
		return new AgentGeneration(this.generation, AgentState.FAILED, this.attempt, this.delayed, this.staleness,
				this.result);
	}

	AgentGeneration revised(Map<String, String> before, Map<String, String> now) {
		return new AgentGeneration(this.generation, this.state, this.attempt, this.delayed,
				this.staleness.revised(before, now), this.result);
	}

	/** Whether reports on the generation still count. */
	boolean wants(int generation) {
		return generation == this.generation && !this.state.isSettled();
	}

	/** Whether something that its last result was made of has changed since. */
	boolean isStale(Map<String, String> now) {
		return this.result != null && !this.staleness.because(this.result.read(), now).isEmpty();
	}

}
