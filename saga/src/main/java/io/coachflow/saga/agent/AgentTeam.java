package io.coachflow.saga.agent;

/**
 * The five agents, by rules or with a language model. Works outside any unit of work and
 * may take minutes.
 */
public interface AgentTeam {

	/**
	 * Makes one agent's result.
	 * @throws AgentException if the attempt fails
	 */
	AgentOutput make(Assignment assignment);

}
