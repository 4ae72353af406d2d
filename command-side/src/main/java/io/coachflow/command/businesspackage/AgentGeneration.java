package io.coachflow.command.businesspackage;

import io.coachflow.contracts.enrichment.AgentState;

/**
 * The progress of one agent of a package.
 *
 * @param generation the last requested generation, from 1
 * @param attempt the last attempt that began in this generation, from 1; 0 before the
 * first
 * @param delayed the last attempt that failed and is retried; 0 if there was none
 */
record AgentGeneration(int generation, AgentState state, int attempt, int delayed) {

	static AgentGeneration requested(int generation) {
		return new AgentGeneration(generation, AgentState.PENDING, 0, 0);
	}

	AgentGeneration started(int attempt) {
		return new AgentGeneration(this.generation, AgentState.RUNNING, attempt, this.delayed);
	}

	AgentGeneration delayed(int attempt) {
		return new AgentGeneration(this.generation, AgentState.PENDING, Math.max(attempt, this.attempt), attempt);
	}

	AgentGeneration settled(AgentState state) {
		return new AgentGeneration(this.generation, state, this.attempt, this.delayed);
	}

	/** Whether reports on the generation still count. */
	boolean wants(int generation) {
		return generation == this.generation && !this.state.isSettled();
	}

}
