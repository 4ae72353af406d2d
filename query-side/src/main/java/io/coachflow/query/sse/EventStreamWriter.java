package io.coachflow.query.sse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;

/**
 * Writes server-sent events that simple readers understand, too. A blank line is only
 * written at the end of an event: readers such as {@code @microsoft/fetch-event-source}
 * take each one for an event, even if no data came before it.
 */
public final class EventStreamWriter {

	/** After how long a client reconnects. */
	private static final Duration RETRY = Duration.ofSeconds(2);

	private final OutputStream out;

	private final StringBuilder unsent = new StringBuilder();

	public EventStreamWriter(OutputStream out) {
		this.out = out;
	}

	/** Sets the headers of a stream. Proxies such as nginx must not buffer it. */
	public static void announce(HttpServletResponse response) {
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
		response.setHeader("X-Accel-Buffering", "no");
	}

	/**
	 * Sends the time after which to reconnect. It is a line of the first event, but sent
	 * at once, because that event may be long in coming.
	 */
	public void open() throws IOException {
		this.unsent.append("retry: ").append(RETRY.toMillis()).append('\n');
		flush();
	}

	/**
	 * Adds an event to the ones to send. Its id comes last: some readers resume after an
	 * id as soon as they have seen it, even if the event itself was cut off.
	 * @param data without line breaks, such as JSON
	 */
	public void add(String id, String name, String data) {
		this.unsent.append("event: ")
			.append(name)
			.append("\ndata: ")
			.append(data)
			.append("\nid: ")
			.append(id)
			.append("\n\n");
	}

	/**
	 * Adds an id without an event, after which the client may resume.
	 */
	public void pass(String id) {
		this.unsent.append("id: ").append(id).append('\n');
	}

	/** Sends what was added; a sign of life if that is nothing. */
	public void sendOrBeat() throws IOException {
		if (this.unsent.isEmpty()) {
			this.unsent.append(":\n");
		}
		flush();
	}

	private void flush() throws IOException {
		this.out.write(this.unsent.toString().getBytes(StandardCharsets.UTF_8));
		this.out.flush();
		this.unsent.setLength(0);
	}

}
