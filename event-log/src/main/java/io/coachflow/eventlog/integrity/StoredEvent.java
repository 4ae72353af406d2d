package io.coachflow.eventlog.integrity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event as it lies in the log, byte for byte: nothing of it is read, so that damaged
 * and unknown events are events too.
 *
 * @param position its place among all events; absent where it is not known
 * @param sequence its place in its session, from 0
 * @param revision absent where the event has none
 * @param metadata without the hash
 * @param hash 32 bytes, unless somebody has changed it; empty where there is none
 */
public record StoredEvent(@Nullable Long position, String sessionId, long sequence, String eventId,
		@Nullable String aggregateType, String name, @Nullable String revision, Instant time, byte[] payload,
		byte[] metadata, byte[] hash) {
}
