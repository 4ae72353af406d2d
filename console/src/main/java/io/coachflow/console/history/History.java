package io.coachflow.console.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A session's history up to a point.
 *
 * @param events those of the session and of its package, by time
 * @param state the session at that point; null or missing before its first event
 */
record History(List<LogEvent> events, JsonNode state) {

	static History of(JsonNode response) {
		return new History(merged(LogEvent.all(response.path("events"), false),
				LogEvent.all(response.path("package_events"), true)), response.path("state"));
	}

	/** Each history stays in the order of its sequences, whatever its clocks said. */
	private static List<LogEvent> merged(List<LogEvent> session, List<LogEvent> ofPackage) {
		List<LogEvent> merged = new ArrayList<>();
		Deque<LogEvent> others = new ArrayDeque<>(ofPackage);
		for (LogEvent event : session) {
			while (!others.isEmpty() && others.getFirst().at().isBefore(event.at())) {
				merged.add(others.removeFirst());
			}
			merged.add(event);
		}
		merged.addAll(others);
		return List.copyOf(merged);
	}

	/** The sequence of the session's last event; 0 without any. */
	long last() {
		return this.events.stream().filter((event) -> !event.ofPackage()).mapToLong(LogEvent::sequence).max().orElse(0);
	}

	/** An event; empty if the log does not have it. */
	Optional<LogEvent> event(long sequence, boolean ofPackage) {
		return this.events.stream()
			.filter((event) -> event.sequence() == sequence && event.ofPackage() == ofPackage)
			.findFirst();
	}

}
