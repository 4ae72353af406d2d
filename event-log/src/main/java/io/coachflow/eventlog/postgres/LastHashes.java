package io.coachflow.eventlog.postgres;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.eventlog.integrity.EventHash;

/**
 * Caches the hash of each session's last event, which the hash of the next event covers.
 * A committed event never changes, so an entry may be old but never wrong.
 */
class LastHashes {

	private static final int MAX_SESSIONS = 20_000;

	private final Map<String, LastHash> hashes = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, LastHash> eldest) {
			return size() > MAX_SESSIONS;
		}

	});

	private final LogReader reader;

	LastHashes(LogReader reader) {
		this.reader = reader;
	}

	private record LastHash(long sequence, byte[] hash) {
	}

	/** Remembers committed events. */
	void remember(EventRow committed) {
		this.hashes.put(committed.aggregateId(), new LastHash(committed.sequence(), committed.hash()));
	}

	/**
	 * The hash of the event before the sequence.
	 * @throws IllegalStateException if there is none: an event with this sequence would
	 * leave a gap
	 */
	byte[] before(String aggregateId, long sequence) {
		if (sequence == 0) {
			return EventHash.NONE;
		}
		LastHash last = this.hashes.get(aggregateId);
		return (last != null && last.sequence() == sequence - 1) ? last.hash() : read(aggregateId, sequence - 1);
	}

	private byte[] read(String aggregateId, long sequence) {
		return this.reader.hashOf(aggregateId, sequence)
			.orElseThrow(() -> new IllegalStateException("The history of " + aggregateId + " has no event " + sequence
					+ ": the next event would leave a gap"));
	}

}
