package io.coachflow.command.businesspackage;

import java.util.Map;

import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Receipt;
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
 * @param receipt of the last result; null if there is none
 */
record AgentGeneration(int generation, AgentState state, int attempt, int delayed, Staleness staleness,
		@Nullable Receipt receipt) {

	/** The first generation. */
	static AgentGeneration first() {
		return new AgentGeneration(1, AgentState.PENDING, 0, 0, Staleness.NONE, null);
	}

	AgentGeneration requested(int generation) {
		return new AgentGeneration(generation, AgentState.PENDING, 0, 0, this.staleness.requested(), this.receipt);
	}

	AgentGeneration started(int attempt) {
		return new AgentGeneration(this.generation, AgentState.RUNNING, attempt, this.delayed, this.staleness,
				this.receipt);
	}

	AgentGeneration delayed(int attempt) {
		return new AgentGeneration(this.generation, AgentState.PENDING, Math.max(attempt, this.attempt), attempt,
				this.staleness, this.receipt);
	}

	AgentGeneration succeeded(Receipt receipt) {
		return new AgentGeneration(this.generation, AgentState.SUCCEEDED, this.attempt, this.delayed,
				this.staleness.succeeded(), receipt);
	}

	AgentGeneration failed() {
		return new AgentGeneration(this.generation, AgentState.FAILED, this.attempt, this.delayed, this.staleness,
				this.receipt);
	}

	AgentGeneration revised(Map<String, String> before, Map<String, String> now) {
		return new AgentGeneration(this.generation, this.state, this.attempt, this.delayed,
				this.staleness.revised(before, now), this.receipt);
	}

	/** Whether reports on the generation still count. */
	boolean wants(int generation) {
		return generation == this.generation && !this.state.isSettled();
	}

	/** Whether something that its last result was made of has changed since. */
	boolean isStale(Map<String, String> now) {
		return this.receipt != null && !this.staleness.because(this.receipt, now).isEmpty();
	}

}
