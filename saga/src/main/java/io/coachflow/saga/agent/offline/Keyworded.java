package io.coachflow.saga.agent.offline;

import java.util.List;

/**
 * What some answers call for more than others.
 */
interface Keyworded {

	/** The words of an answer that does; empty where every answer may. */
	List<String> words();

}
