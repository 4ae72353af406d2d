package io.coachflow.contracts.node;

/**
 * Tells whether this node is shutting down. Recurring jobs and unbounded loops check it,
 * and end at the next event, session or batch in a state from which another node can
 * continue.
 */
@FunctionalInterface
public interface Stopping {

	/** Whether to end now; once true, it stays true. */
	boolean isStopping();

}
