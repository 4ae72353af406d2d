package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Logs for tests.
 */
public final class Histories {

	public static final String ONE = "11111111-1111-4111-8111-111111111111";

	public static final String OTHER = "22222222-2222-4222-8222-222222222222";

	private static final Instant TIME = Instant.parse("2026-11-22T19:00:00.1234Z");

	private Histories() {
	}

	/** A log with one event for each of the sessions, in this order, from position 1. */
	public static List<StoredEvent> log(String... sessions) {
		List<StoredEvent> log = new ArrayList<>();
		Map<String, StoredEvent> last = new HashMap<>();
		for (String session : sessions) {
			StoredEvent before = last.get(session);
			long sequence = (before != null) ? before.sequence() + 1 : 0;
			byte[] payload = ("{\"answer\":\"answer " + sequence + "\"}").getBytes(StandardCharsets.UTF_8);
			StoredEvent event = event(log.size() + 1L, session, sequence,
					(before != null) ? before.hash() : EventHash.NONE, payload);
			last.put(session, event);
			log.add(event);
		}
		return log;
	}

	/**
	 * An event with a right hash. Its other fields tell its sequence.
	 * @param previous the hash of the event before
	 */
	public static StoredEvent event(@Nullable Long position, String session, long sequence, byte[] previous,
			byte[] payload) {
		byte[] metadata = ("{\"user_id\":\"u" + sequence + "\"}").getBytes(StandardCharsets.UTF_8);
		String name = "name" + sequence;
		Instant time = TIME.plusSeconds(sequence);
		return new StoredEvent(position, session, sequence, "id", "CoachingSession", name, "1", time, payload, metadata,
				EventHash.of(previous, session, sequence, name, "1", time, payload, metadata));
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
