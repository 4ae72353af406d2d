package io.coachflow.local;

import org.jspecify.annotations.Nullable;

/**
 * The local servers cannot run. One sentence says what is wrong, and one says what to do.
 */
public class LocalServersException extends RuntimeException {

	private final String problem;

	private final String action;

	LocalServersException(String problem, String action) {
		this(problem, action, null);
	}

	LocalServersException(String problem, String action, @Nullable Throwable cause) {
		super(problem + " " + action, cause);
		this.problem = problem;
		this.action = action;
	}

	String problem() {
		return this.problem;
	}

	String action() {
		return this.action;
	}

}
