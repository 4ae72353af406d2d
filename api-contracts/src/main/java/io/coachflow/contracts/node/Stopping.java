package io.coachflow.contracts.node;

/**
 * Whether this node was told to stop. Every recurring job asks, and so does every loop of
 * unbounded length: it ends at the next event, session or batch, in a state from which
 * another node can continue.
 */
@FunctionalInterface
public interface Stopping {

	/** Whether to end at once; once true, for ever. */
	boolean isStopping();

}
