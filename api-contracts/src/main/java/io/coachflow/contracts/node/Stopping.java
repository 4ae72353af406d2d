package io.coachflow.contracts.node;

/**
 * Whether this node was told to stop. Every recurring job asks, and every loop whose
 * length somebody else decides: it ends at the next event, session or batch, in a state
 * that whoever goes on can take up.
 */
@FunctionalInterface
public interface Stopping {

	/** Whether to end at once; once true, for ever. */
	boolean isStopping();

}
