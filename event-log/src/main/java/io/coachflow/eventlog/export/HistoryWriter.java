package io.coachflow.eventlog.export;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.coachflow.eventlog.integrity.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as JSON Lines, with all that their hashes cover. Payload and metadata are
 * strings with the stored text, or Base64 if the bytes are not UTF-8. The last line says
 * how many events there are, so that a truncated file is recognised. Leaves the stream
 * open.
 */
public final class HistoryWriter {

	/** The media type of what is written. */
	public static final String MEDIA_TYPE = "application/jsonl";

	private static final JsonFactory JSON = JsonFactory.builder()
		.rootValueSeparator("\n")
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.build();

	private final JsonGenerator json;

	private long events;

	private @Nullable StoredEvent last;

	public HistoryWriter(OutputStream out) {
		this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
	}

	/** Writes the line of an event. */
	public void write(StoredEvent event) {
		this.json.writeStartObject();
		number("position", event.position());
		this.json.writeStringProperty("session_id", event.sessionId());
		this.json.writeNumberProperty("sequence", event.sequence());
		this.json.writeStringProperty("event_id", event.eventId());
		string("aggregate_type", event.aggregateType());
		this.json.writeStringProperty("name", event.name());
		string("revision", event.revision());
		this.json.writeStringProperty("time", EventTimes.text(event.time()));
		text("payload", event.payload());
		text("metadata", event.metadata());
		this.json.writeStringProperty("hash", HexFormat.of().formatHex(event.hash()));
		this.json.writeEndObject();
		this.events++;
		this.last = event;
	}

	/**
	 * Writes the last line of a session's history.
	 * @param known a sequence that the session has reached according to another source;
	 * absent if there is none
	 */
	public void endSession(String sessionId, @Nullable Long known) {
		this.json.writeStartObject();
		this.json.writeStringProperty("session_id", sessionId);
		this.json.writeNumberProperty("events", this.events);
		number("last_sequence", (this.last != null) ? this.last.sequence() : null);
		string("last_hash", (this.last != null) ? HexFormat.of().formatHex(this.last.hash()) : null);
		number("known_sequence", known);
		end();
	}

	/**
	 * Writes the last line of a whole log.
	 * @param from the position of the first event that was ever written
	 * @param through the position up to which the log was exported
	 */
	public void endLog(long from, long through) {
		this.json.writeStartObject();
		this.json.writeNumberProperty("events", this.events);
		this.json.writeNumberProperty("from_position", from);
		this.json.writeNumberProperty("through_position", through);
		end();
	}

	private void end() {
		this.json.writeEndObject();
		this.json.writeRaw('\n');
		this.json.flush();
	}

	private void text(String name, byte[] bytes) {
		try {
			this.json.writeStringProperty(name,
					StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException _) {
			this.json.writeName(name + "_base64");
			this.json.writeBinary(bytes);
		}
	}

	private void number(String name, @Nullable Long value) {
		if (value != null) {
			this.json.writeNumberProperty(name, value);
		}
		else {
			this.json.writeNullProperty(name);
		}
	}

	private void string(String name, @Nullable String value) {
		if (value != null) {
			this.json.writeStringProperty(name, value);
		}
		else {
			this.json.writeNullProperty(name);
		}
	}

}
