package io.coachflow.eventlog.postgres;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event as the table {@code event_log} keeps it, but for the index, which the append
 * gives it.
 */
record EventRow(String aggregateId, long sequence, String eventId, @Nullable String aggregateType, String name,
		@Nullable String revision, byte[] payload, byte[] metadata, Instant time, byte[] hash) {

	/** What no two events may share. */
	Key key() {
		return new Key(this.aggregateId, this.sequence);
	}

	/** Roughly what the row weighs, in bytes. */
	int weight() {
		return this.payload.length + this.metadata.length;
	}

	record Key(String aggregateId, long sequence) {
	}

}
