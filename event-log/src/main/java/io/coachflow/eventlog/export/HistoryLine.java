package io.coachflow.eventlog.export;

import io.coachflow.eventlog.integrity.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line of an exported history.
 */
sealed interface HistoryLine {

	/** An event, byte for byte. */
	record Event(StoredEvent event) implements HistoryLine {
	}

	/**
	 * The last line of a session's history.
	 *
	 * @param lastSequence absent if there are no events, like the hash
	 * @param known a sequence that the session has reached, as the service knew
	 */
	record SessionEnd(String sessionId, long events, @Nullable Long lastSequence, @Nullable String lastHash,
			@Nullable Long known) implements HistoryLine {
	}

	/** The last line of a whole log. */
	record LogEnd(long events, long from, long through) implements HistoryLine {
	}

}
