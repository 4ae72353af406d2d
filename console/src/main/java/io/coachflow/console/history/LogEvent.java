package io.coachflow.console.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as the API tells of it.
 *
 * @param ofPackage whether it belongs to the session's package, whose sequences are its
 * own
 * @param user who caused it; null if the service did
 */
record LogEvent(boolean ofPackage, long sequence, OffsetDateTime at, String name, @Nullable String user, JsonNode data,
		String hash) {

	/** The events of a list, in its order. */
	static List<LogEvent> all(JsonNode events, boolean ofPackage) {
		List<LogEvent> all = new ArrayList<>();
		events.forEach((event) -> all.add(of(event, ofPackage)));
		return all;
	}

	private static LogEvent of(JsonNode event, boolean ofPackage) {
		String user = event.path("user_id").asString("");
		return new LogEvent(ofPackage, event.path("sequence").asLong(),
				Instant.parse(event.path("time").asString("")).atOffset(ZoneOffset.UTC),
				event.path("name").asString(""), user.isEmpty() ? null : user, event.path("data"),
				event.path("hash").asString(""));
	}

}
