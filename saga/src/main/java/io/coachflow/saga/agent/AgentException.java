package io.coachflow.saga.agent;

import java.time.Duration;

import io.coachflow.contracts.enrichment.AgentFault;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of an agent failed.
 */
public class AgentException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient AgentFault fault;

	private final boolean retryable;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param retryable whether another attempt may succeed
	 * @param retryAfter how long the provider asks to wait; absent if it does not say
	 */
	public AgentException(AgentFault fault, boolean retryable, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(fault.message(), cause);
		this.fault = fault;
		this.retryable = retryable;
		this.retryAfter = retryAfter;
	}

	public AgentFault fault() {
		return this.fault;
	}

	public boolean isRetryable() {
		return this.retryable;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
