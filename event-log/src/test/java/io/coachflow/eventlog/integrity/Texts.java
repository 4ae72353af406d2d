package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.coachflow.contracts.session.GuidanceTexts;
import org.jspecify.annotations.Nullable;

/**
 * Stored events that hold texts, and that name them, for tests.
 */
public final class Texts {

	public static final GuidanceTexts TEXTS = new GuidanceTexts("Pourquoi ?", List.of("Exemple"), List.of());

	public static final String DIGEST = TEXTS.digest();

	private static final Instant TIME = Instant.parse("2026-11-22T19:00:00.1234Z");

	private Texts() {
	}

	/** The event that holds the texts. */
	public static StoredEvent held(@Nullable Long position) {
		return held(position, "Pourquoi ?");
	}

	/** The same with another message and a hash that fits. */
	public static StoredEvent held(@Nullable Long position, String message) {
		return event(position, DIGEST, 0, EventHash.NONE, "io.coachflow.guidance.recorded",
				"{\"message\":\"" + message + "\",\"examples\":[\"Exemple\"],\"questions\":[]}");
	}

	/** The event of a session that names the texts. */
	public static StoredEvent naming(@Nullable Long position, String session, long sequence, byte[] previous) {
		return event(position, session, sequence, previous, "io.coachflow.session.step-answered",
				"{\"answer\":\"\\\"guidance\\\":{\",\"confidence\":{\"digest\":\"x\"},\"guidance\":{\"step\":\"vision\",\"digest\":\""
						+ DIGEST + "\"}}");
	}

	public static StoredEvent event(@Nullable Long position, String id, long sequence, byte[] previous, String name,
			String payload) {
		byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
		byte[] metadata = { '{', '}' };
		return new StoredEvent(position, id, sequence, "id", null, name, "1", TIME, bytes, metadata,
				EventHash.of(previous, id, sequence, name, "1", TIME, bytes, metadata));
	}

}
