package io.coachflow.local;

import org.jspecify.annotations.Nullable;

/**
 * The local servers cannot run, said as one sentence about what is wrong and one about
 * what to do, for a person at a console.
 */
public class LocalServersException extends RuntimeException {

	private final String problem;

	private final String action;

	public LocalServersException(String problem, String action) {
		this(problem, action, null);
	}

	public LocalServersException(String problem, String action, @Nullable Throwable cause) {
		super(problem + " " + action, cause);
		this.problem = problem;
		this.action = action;
	}

	public String problem() {
		return this.problem;
	}

	public String action() {
		return this.action;
	}

}
