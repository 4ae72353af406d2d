package io.coachflow.command.businesspackage;

import io.coachflow.contracts.enrichment.AgentState;

/**
 * How far an agent of a package has come.
 *
 * @param generation the last that was asked for, from 1
 * @param attempt the last that began in this generation, from 1; 0 before the first
 * @param delayed the last attempt that failed with another to follow; 0 where there was
 * none
 */
record AgentProgress(int generation, AgentState state, int attempt, int delayed) {

	static AgentProgress requested(int generation) {
		return new AgentProgress(generation, AgentState.PENDING, 0, 0);
	}

	AgentProgress started(int attempt) {
		return new AgentProgress(this.generation, AgentState.RUNNING, attempt, this.delayed);
	}

	AgentProgress delayed(int attempt) {
		return new AgentProgress(this.generation, AgentState.PENDING, Math.max(attempt, this.attempt), attempt);
	}

	AgentProgress settled(AgentState state) {
		return new AgentProgress(this.generation, state, this.attempt, this.delayed);
	}

	/** Whether what is reported of the generation still counts. */
	boolean wants(int generation) {
		return generation == this.generation && !this.state.isSettled();
	}

}
