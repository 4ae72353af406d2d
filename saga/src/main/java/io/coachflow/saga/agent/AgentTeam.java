package io.coachflow.saga.agent;

/**
 * The five agents, by rules or with a language model. Works outside any unit of work and
 * may take minutes.
 */
public interface AgentTeam {

	/**
	 * Makes one agent's result.
	 * @throws AgentException if there is none
	 */
	AgentOutput make(Assignment assignment);

}
