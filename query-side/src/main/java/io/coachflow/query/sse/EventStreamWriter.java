package io.coachflow.query.sse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;

/**
 * Writes server-sent events so that every reader understands them. A blank line ends an
 * event and nothing else does: readers such as {@code @microsoft/fetch-event-source} take
 * each for an event, even where no data came before it.
 */
public final class EventStreamWriter {

	/** After how long a client comes back whose stream broke off. */
	private static final Duration RETRY = Duration.ofSeconds(2);

	private final OutputStream out;

	private final StringBuilder unsent = new StringBuilder();

	public EventStreamWriter(OutputStream out) {
		this.out = out;
	}

	/** Says that events follow, which proxies such as nginx are not to collect. */
	public static void announce(HttpServletResponse response) {
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
		response.setHeader("X-Accel-Buffering", "no");
	}

	/**
	 * Says at once after how long to come back when the stream breaks off: a line of the
	 * first event's, which may be long in coming.
	 */
	public void open() throws IOException {
		this.unsent.append("retry: ").append(RETRY.toMillis()).append('\n');
		flush();
	}

	/**
	 * Puts an event with the next ones to send. Its id comes last: some readers go on
	 * behind an id as soon as they have seen it, also where the event itself was cut off.
	 * @param data without line breaks, as JSON is
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
	 * Puts an id with the next lines to send: behind it the client may go on, though
	 * there is no event.
	 */
	public void pass(String id) {
		this.unsent.append("id: ").append(id).append('\n');
	}

	/** Sends what was put together; where there is nothing, a sign of life. */
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
