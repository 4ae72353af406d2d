package io.coachflow.query.businesspackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes server-sent events, each at once, as the HTML standard has them.
 */
final class EventStreamWriter {

	private final OutputStream out;

	private final JsonMapper mapper;

	EventStreamWriter(OutputStream out, JsonMapper mapper) {
		this.out = out;
		this.mapper = mapper;
	}

	/** Opens the stream and says after how long to come back when it breaks off. */
	void open(Duration retry) throws IOException {
		write("retry: " + retry.toMillis());
	}

	/**
	 * Writes an event.
	 * @param data as JSON, which has no line breaks
	 */
	void event(long id, String name, Object data) throws IOException {
		write("id: " + id + "\nevent: " + name + "\ndata: " + this.mapper.writeValueAsString(data));
	}

	/** Writes what clients pass over. */
	void heartbeat() throws IOException {
		write(":");
	}

	private void write(String block) throws IOException {
		this.out.write((block + "\n\n").getBytes(StandardCharsets.UTF_8));
		this.out.flush();
	}

}
