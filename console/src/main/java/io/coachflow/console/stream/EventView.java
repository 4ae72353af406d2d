package io.coachflow.console.stream;

import java.time.Instant;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of the stream as the page shows it.
 *
 * @param kind the last part of the type, which the page's words are found by
 * @param json the event's data, indented
 */
public record EventView(String type, String kind, String subject, String time, String cursor, String json) {

	static EventView of(String data, JsonMapper mapper) {
		JsonNode event = mapper.readTree(data);
		String type = event.path("type").asString("");
		return new EventView(type, kind(type), event.path("subject").asString(""), event.path("time").asString(""),
				event.path("cursor").asString(""),
				mapper.writerWithDefaultPrettyPrinter().writeValueAsString(event.path("data")));
	}

	private static String kind(String type) {
		return type.replaceFirst("^io\\.coachflow\\.", "").replaceFirst("\\.v\\d+$", "");
	}

	boolean before(Instant since) {
		return Instant.parse(this.time).isBefore(since);
	}

	Map<String, Object> model() {
		return Map.of("event", this);
	}

}
