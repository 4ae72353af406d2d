package io.coachflow.app.warmup;

/** Work as requests cause it, without a trace. */
@FunctionalInterface
interface Practice {

	/** Does what one session takes. */
	void session();

}
