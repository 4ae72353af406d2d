package io.coachflow.llm;

import java.time.Duration;

import io.coachflow.contracts.enrichment.AgentFault;
import org.jspecify.annotations.Nullable;

/**
 * The model gave no usable answer. The message is safe to show: it holds no key, no
 * prompt and nothing that a model or a provider wrote.
 */
public class ModelException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final AgentFault.Kind kind;

	private final boolean retryable;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param retryable whether the same request may succeed later
	 * @param retryAfter how long the provider asks to wait; null if it did not say
	 */
	public ModelException(AgentFault.Kind kind, String message, boolean retryable, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(message, cause);
		this.kind = kind;
		this.retryable = retryable;
		this.retryAfter = retryAfter;
	}

	static ModelException timeout(String message) {
		return new ModelException(AgentFault.Kind.TIMEOUT, message, true, null, null);
	}

	static ModelException unavailable(String message, @Nullable Throwable cause) {
		return new ModelException(AgentFault.Kind.UNAVAILABLE, message, true, null, cause);
	}

	static ModelException rejected(String message) {
		return new ModelException(AgentFault.Kind.REJECTED, message, false, null, null);
	}

	/** Keeps the thread interrupted. */
	static ModelException interrupted(InterruptedException cause) {
		Thread.currentThread().interrupt();
		return internal("The model call was interrupted", cause);
	}

	static ModelException internal(String message, @Nullable Throwable cause) {
		return new ModelException(AgentFault.Kind.INTERNAL, message, true, null, cause);
	}

	public AgentFault.Kind kind() {
		return this.kind;
	}

	public boolean isRetryable() {
		return this.retryable;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
