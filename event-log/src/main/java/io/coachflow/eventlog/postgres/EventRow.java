package io.coachflow.eventlog.postgres;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code event_log}, without the index, which the append assigns.
 */
record EventRow(String aggregateId, long sequence, String eventId, @Nullable String aggregateType, String name,
		@Nullable String revision, byte[] payload, byte[] metadata, Instant time, byte[] hash) {

	/** The unique key of the event. */
	Key key() {
		return new Key(this.aggregateId, this.sequence);
	}

	/** The approximate size of the row in bytes. */
	int weight() {
		return this.payload.length + this.metadata.length;
	}

	record Key(String aggregateId, long sequence) {
	}

}
