package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of language models that fails every agent, or leaves all who ask without an
 * answer; it knows when it was asked what, and who is still on the line.
 */
final class FailingProvider implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern BY_COACH = Pattern.compile("\"name\"\\s*:\\s*\"coach\"");

	private static final String UNAVAILABLE = "HTTP/1.1 503 Service Unavailable\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n";

	private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

	private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

	private final AtomicInteger waiting = new AtomicInteger();

	private volatile String headers = "";

	private volatile boolean hanging;

	FailingProvider() throws IOException {
		Thread.ofVirtual().start(this::serve);
	}

	/** What came in, and when, on the scale of {@link System#nanoTime()}. */
	record Asked(String body, long at) {
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Says 503 to agents from now on. */
	void refuse(String headers) {
		this.headers = headers;
		this.hanging = false;
	}

	/** Says nothing to anybody from now on. */
	void hang() {
		this.hanging = true;
	}

	/** The requests that hold the word. */
	List<Asked> asked(String word) {
		return this.asked.stream().filter((it) -> it.body().contains(word)).toList();
	}

	/** How many wait for an answer. */
	int waiting() {
		return this.waiting.get();
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try {
				Socket caller = this.server.accept();
				Thread.ofVirtual().start(() -> answer(caller));
			}
			catch (IOException _) {
				return;
			}
		}
	}

	private void answer(Socket caller) {
		try (caller) {
			String body = read(caller.getInputStream());
			this.asked.add(new Asked(body, System.nanoTime()));
			if (this.hanging) {
				awaitEnd(caller);
				return;
			}
			String answer = BY_COACH.matcher(body).find() ? advice() : UNAVAILABLE.formatted(this.headers);
			caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
			caller.getOutputStream().flush();
		}
		catch (IOException _) {
			// The caller hung up
		}
	}

	private void awaitEnd(Socket caller) {
		this.waiting.incrementAndGet();
		try {
			while (caller.getInputStream().read() >= 0) {
				// Nothing more is expected
			}
		}
		catch (IOException _) {
			// Reset, which is an end as well
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	private static String read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("The request broke off");
			}
			head.append((char) next);
		}
		String length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ")[1];
		int size = Integer.parseInt(length.substring(0, length.indexOf('\r')));
		byte[] body = in.readNBytes(size);
		if (body.length < size) {
			throw new IOException("The request broke off");
		}
		return new String(body, StandardCharsets.UTF_8);
	}

	private static String advice() {
		String draft = JSON
			.writeValueAsString(Map.of("score", 0.9, "reformulation", "You open restaurants in Dakar.", "clarification",
					"", "next_message", "Who will eat there at noon?", "next_questions", List.of("Who comes?")));
		return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: " + JSON
			.writeValueAsString(
					Map.of("model", "tiny", "choices", List.of(Map.of("index", 0, "delta", Map.of("content", draft)))))
				+ "\n\ndata: [DONE]\n\n";
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
