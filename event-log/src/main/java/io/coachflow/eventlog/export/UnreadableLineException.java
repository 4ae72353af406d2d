package io.coachflow.eventlog.export;

/**
 * A line is no part of a history. The message says why.
 */
final class UnreadableLineException extends Exception {

	UnreadableLineException(String message) {
		super(message);
	}

}
