package io.coachflow.eventlog.integrity;

import java.util.Optional;

import io.coachflow.contracts.session.GuidanceRecorded;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from stored events which texts they hold, and which they name by digest.
 */
public final class TextEvents {

	private static final String OF_SESSIONS = "io.coachflow.session.";

	private static final String GUIDANCE = "guidance";

	private static final String DIGEST = "digest";

	private static final JsonFactory JSON = new JsonFactory();

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private TextEvents() {
	}

	/** Whether the event holds texts that others name. */
	public static boolean hold(StoredEvent event) {
		return event.name().equals(GuidanceRecorded.NAME);
	}

	/** Whether the texts that the event holds give the digest that names them. */
	public static boolean areAsNamed(StoredEvent texts) {
		try {
			return texts.sequence() == 0 && MAPPER.readValue(texts.payload(), GuidanceRecorded.class)
				.texts()
				.digest()
				.equals(texts.sessionId());
		}
		catch (JacksonException _) {
			return false;
		}
	}

	/**
	 * The digest of the texts that the event names; empty if it names none, or is no
	 * JSON.
	 */
	public static Optional<String> namedBy(StoredEvent event) {
		if (!event.name().startsWith(OF_SESSIONS)) {
			return Optional.empty();
		}
		try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), event.payload())) {
			return Optional.ofNullable((json.nextToken() == JsonToken.START_OBJECT && find(json, GUIDANCE)
					&& json.currentToken() == JsonToken.START_OBJECT && find(json, DIGEST)
					&& json.currentToken() == JsonToken.VALUE_STRING) ? json.getString() : null);
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

	/** Moves to the value of a property of the current object. */
	private static boolean find(JsonParser json, String property) {
		while (json.nextToken() == JsonToken.PROPERTY_NAME) {
			@Nullable String name = json.currentName();
			json.nextToken();
			if (property.equals(name)) {
				return true;
			}
			json.skipChildren();
		}
		return false;
	}

}
