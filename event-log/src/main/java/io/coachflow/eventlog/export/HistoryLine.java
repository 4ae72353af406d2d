package io.coachflow.eventlog.export;

import io.coachflow.eventlog.integrity.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an exported history can be.
 */
sealed interface HistoryLine {

	/** An event, byte for byte. */
	record Event(StoredEvent event) implements HistoryLine {
	}

	/**
	 * The last line of a session's history.
	 *
	 * @param lastSequence absent where there are no events, as is the hash
	 * @param known a sequence that the service knew the session to have reached
	 */
	record SessionEnd(String sessionId, long events, @Nullable Long lastSequence, @Nullable String lastHash,
			@Nullable Long known) implements HistoryLine {
	}

	/** The last line of a whole log. */
	record LogEnd(long events, long from, long through) implements HistoryLine {
	}

}
