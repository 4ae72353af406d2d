package io.coachflow.eventlog.processor;

/**
 * Something that an event processor writes to does not take it. Operators read the
 * message, which therefore quotes nothing that people wrote.
 */
public class ProcessorException extends RuntimeException {

	public ProcessorException(String message, Throwable cause) {
		super(message, cause);
	}

}
