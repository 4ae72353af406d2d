package com.example.coachflow;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a stream of server-sent events line by line, as the HTML standard describes it.
 * The generated client gives streams as text, so this part is written by hand.
 */
final class ServerSentEvents {

	private String id = "";

	private String name = "message";

	private final StringBuilder data = new StringBuilder();

	private ServerSentEvents() {
	}

	/**
	 * One event.
	 *
	 * @param id what to send as Last-Event-ID to go on behind it
	 */
	record Event(String id, String name, String data) {
	}

	/** Gives each event to the listener, until it wants no more or the stream ends. */
	static void read(Stream<String> lines, Predicate<Event> wantsMore) {
		ServerSentEvents reader = new ServerSentEvents();
		lines.takeWhile((line) -> !reader.ends(line, wantsMore)).forEach((line) -> {
		});
	}

	private boolean ends(String line, Predicate<Event> wantsMore) {
		if (line.isEmpty()) {
			return dispatched(wantsMore);
		}
		int colon = line.indexOf(':');
		String field = (colon < 0) ? line : line.substring(0, colon);
		String value = (colon < 0) ? "" : line.substring(colon + 1);
		value = value.startsWith(" ") ? value.substring(1) : value;
		switch (field) {
			case "id" -> this.id = value;
			case "event" -> this.name = value;
			case "data" -> this.data.append(this.data.isEmpty() ? "" : "\n").append(value);
			default -> {
				// a comment, or what the standard says to pass over
			}
		}
		return false;
	}

	private boolean dispatched(Predicate<Event> wantsMore) {
		boolean enough = !this.data.isEmpty() && !wantsMore.test(new Event(this.id, this.name, this.data.toString()));
		this.name = "message";
		this.data.setLength(0);
		return enough;
	}

}
