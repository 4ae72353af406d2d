package io.coachflow.app.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of server-sent events, as the HTML standard describes one.
 */
final class EventStream implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Event END = new Event("", "", "null");

	private final HttpResponse<InputStream> response;

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	private final AtomicInteger comments = new AtomicInteger();

	private EventStream(HttpResponse<InputStream> response) {
		this.response = response;
		Thread.ofVirtual().start(this::read);
	}

	record Event(String id, String name, String data) {

		JsonNode json() {
			return JSON.readTree(this.data);
		}

	}

	static EventStream open(HttpClient http, int port, String token, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Authorization", "Bearer " + token)
			.header("Accept", "text/event-stream");
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return new EventStream(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	int status() {
		return this.response.statusCode();
	}

	String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	int comments() {
		return this.comments.get();
	}

	/** The next event; fails where none comes in time. */
	Event next(Duration patience) throws InterruptedException {
		Event event = this.events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
		if (event == null || event == END) {
			throw new AssertionError((event == null) ? "No event in time" : "The stream ended");
		}
		return event;
	}

	/** All that still comes until the stream ends; fails where it does not in time. */
	List<Event> rest(Duration patience) throws InterruptedException {
		List<Event> all = new ArrayList<>();
		long deadline = System.nanoTime() + patience.toNanos();
		while (true) {
			Event event = this.events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
			if (event == END) {
				return all;
			}
			if (event == null) {
				throw new AssertionError("The stream goes on after " + all);
			}
			all.add(event);
		}
	}

	@Override
	public void close() throws IOException {
		this.response.body().close();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			Map<String, String> fields = new HashMap<>();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith(":")) {
					this.comments.incrementAndGet();
				}
				else if (!line.isEmpty()) {
					int colon = line.indexOf(": ");
					fields.put(line.substring(0, colon), line.substring(colon + 2));
				}
				else if (fields.containsKey("data")) {
					this.events.add(new Event(fields.getOrDefault("id", ""), fields.getOrDefault("event", ""),
							fields.getOrDefault("data", "")));
					fields.clear();
				}
				else {
					// Nothing to the standard, an event to some readers: no test expects
					// it
					this.events.add(new Event("", "an empty event", "null"));
				}
			}
		}
		catch (IOException _) {
			// Closed on this side
		}
		this.events.add(END);
	}

}
