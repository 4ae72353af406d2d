package io.coachflow.eventlog.export;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import io.coachflow.eventlog.integrity.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a line of an exported history from an untrusted source.
 */
final class LineParser {

	/** Duplicate fields are refused: two readers could take different values. */
	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
		.build();

	private final Map<String, @Nullable Object> fields;

	private LineParser(Map<String, @Nullable Object> fields) {
		this.fields = fields;
	}

	/**
	 * Reads the line, and ignores unknown fields.
	 * @throws UnreadableLineException if the line is no part of a history
	 */
	static HistoryLine parse(byte[] line) throws UnreadableLineException {
		try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
			LineParser parser = new LineParser(fields(json));
			return parser.line();
		}
		catch (JacksonException ex) {
			throw new UnreadableLineException("it is no JSON object");
		}
		catch (DateTimeException ex) {
			throw new UnreadableLineException("its time is none");
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableLineException("its hash is not hexadecimal, or its content not Base64");
		}
	}

	private static Map<String, @Nullable Object> fields(JsonParser json) throws UnreadableLineException {
		Map<String, @Nullable Object> fields = new HashMap<>();
		if (json.nextToken() != JsonToken.START_OBJECT) {
			throw new UnreadableLineException("it is no JSON object");
		}
		while (json.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = json.currentName();
			switch (json.nextToken()) {
				case VALUE_STRING -> fields.put(name, json.getString());
				case VALUE_NUMBER_INT -> fields.put(name, json.getLongValue());
				case VALUE_NULL -> fields.put(name, null);
				default -> json.skipChildren();
			}
		}
		if (json.nextToken() != null) {
			throw new UnreadableLineException("more follows behind its JSON object");
		}
		return fields;
	}

	private HistoryLine line() throws UnreadableLineException {
		if (this.fields.containsKey("through_position")) {
			return new HistoryLine.LogEnd(number("events"), number("from_position"), number("through_position"));
		}
		if (this.fields.containsKey("events")) {
			return new HistoryLine.SessionEnd(string("session_id"), number("events"),
					optional("last_sequence", Long.class), optional("last_hash", String.class),
					optional("known_sequence", Long.class));
		}
		return new HistoryLine.Event(new StoredEvent(optional("position", Long.class), string("session_id"),
				number("sequence"), string("event_id"), optional("aggregate_type", String.class), string("name"),
				optional("revision", String.class), Instant.parse(string("time")), content("payload"),
				content("metadata"), HexFormat.of().parseHex(string("hash"))));
	}

	private byte[] content(String name) throws UnreadableLineException {
		return this.fields.containsKey(name) ? string(name).getBytes(StandardCharsets.UTF_8)
				: Base64.getDecoder().decode(string(name + "_base64"));
	}

	private String string(String name) throws UnreadableLineException {
		return required(name, optional(name, String.class));
	}

	private long number(String name) throws UnreadableLineException {
		return required(name, optional(name, Long.class));
	}

	private <T> @Nullable T optional(String name, Class<T> type) throws UnreadableLineException {
		Object value = this.fields.get(name);
		if (value != null && !type.isInstance(value)) {
			throw new UnreadableLineException("its " + name + " is of the wrong type");
		}
		return type.cast(value);
	}

	private static <T> T required(String name, @Nullable T value) throws UnreadableLineException {
		if (value == null) {
			throw new UnreadableLineException("it has no " + name);
		}
		return value;
	}

}
