package io.coachflow.eventlog.integrity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event as the log stores it, byte for byte. Its content is not parsed, so it may be
 * damaged or unknown.
 *
 * @param position its place among all events; absent if it is not known
 * @param sequence its place in its session, from 0
 * @param revision absent if the event has none
 * @param metadata without the hash
 * @param hash 32 bytes, unless somebody has changed it; empty if there is none
 */
public record StoredEvent(@Nullable Long position, String sessionId, long sequence, String eventId,
		@Nullable String aggregateType, String name, @Nullable String revision, Instant time, byte[] payload,
		byte[] metadata, byte[] hash) {
}
