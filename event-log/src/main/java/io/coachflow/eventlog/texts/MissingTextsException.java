package io.coachflow.eventlog.texts;

/**
 * An event names texts that the log does not hold. The message has their digest.
 */
final class MissingTextsException extends IllegalStateException {

	MissingTextsException(String digest) {
		super("The log holds no texts that give the digest " + digest + ", which an event names");
	}

}
