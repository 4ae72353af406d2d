package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Made-up logs.
 */
public final class Histories {

	public static final String ONE = "11111111-1111-4111-8111-111111111111";

	public static final String OTHER = "22222222-2222-4222-8222-222222222222";

	private static final Instant TIME = Instant.parse("2026-11-22T19:00:00Z");

	private Histories() {
	}

	/** A log with one event for each of the sessions, in that order, from position 1. */
	public static List<StoredEvent> log(String... sessions) {
		List<StoredEvent> log = new ArrayList<>();
		Map<String, StoredEvent> last = new HashMap<>();
		for (String session : sessions) {
			StoredEvent before = last.get(session);
			long sequence = (before != null) ? before.sequence() + 1 : 0;
			byte[] payload = ("{\"answer\":\"" + log.size() + "\"}").getBytes(StandardCharsets.UTF_8);
			byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
			byte[] hash = EventHash.of((before != null) ? before.hash() : EventHash.NONE, session, sequence, "name",
					"1", TIME, payload, metadata);
			StoredEvent event = new StoredEvent(log.size() + 1L, session, sequence, "id" + log.size(),
					"CoachingSession", "name", "1", TIME, payload, metadata, hash);
			last.put(session, event);
			log.add(event);
		}
		return log;
	}

	public static StoredEvent renamed(StoredEvent it) {
		return new StoredEvent(it.position(), it.sessionId(), it.sequence(), it.eventId(), it.aggregateType(),
				it.name() + "x", it.revision(), it.time(), it.payload(), it.metadata(), it.hash());
	}

	public static StoredEvent at(long position, StoredEvent it) {
		return new StoredEvent(position, it.sessionId(), it.sequence(), it.eventId(), it.aggregateType(), it.name(),
				it.revision(), it.time(), it.payload(), it.metadata(), it.hash());
	}

}
