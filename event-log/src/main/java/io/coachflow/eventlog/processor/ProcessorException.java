package io.coachflow.eventlog.processor;

/**
 * An event processor could not write its result. Operators read the message, so it quotes
 * nothing that users wrote.
 */
public class ProcessorException extends RuntimeException {

	public ProcessorException(String message, Throwable cause) {
		super(message, cause);
	}

}
