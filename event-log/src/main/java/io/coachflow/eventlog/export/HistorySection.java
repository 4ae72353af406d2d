package io.coachflow.eventlog.export;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.eventlog.export.HistoryLine.LogEnd;
import io.coachflow.eventlog.export.HistoryLine.SessionEnd;
import io.coachflow.eventlog.integrity.SessionChain;
import io.coachflow.eventlog.integrity.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * One export: events and their last line. A file may hold several.
 */
final class HistorySection {

	private static final int MAX_LISTED = 20;

	private final Map<String, SessionChain> sessions = new LinkedHashMap<>();

	private final List<String> positionProblems = new ArrayList<>();

	private long events;

	private long firstPosition;

	private long lastPosition = Long.MIN_VALUE;

	void add(StoredEvent event) {
		this.sessions.computeIfAbsent(event.sessionId(), (_) -> new SessionChain()).follow(event);
		Long position = event.position();
		if (position != null) {
			if (this.lastPosition == Long.MIN_VALUE) {
				this.firstPosition = position;
			}
			else if (position != this.lastPosition + 1) {
				addPositionProblem((position > this.lastPosition) ? missing(this.lastPosition + 1, position - 1)
						: "Position " + position + " stands behind position " + this.lastPosition + ".");
			}
			this.lastPosition = position;
		}
		this.events++;
	}

	/**
	 * Compares a session's history with its last line, and returns the contradictions.
	 */
	List<String> end(SessionEnd end) {
		SessionChain chain = this.sessions.computeIfAbsent(end.sessionId(), (_) -> new SessionChain());
		chain.endsAt(Math.max(orNone(end.lastSequence()), orNone(end.known())));
		List<String> problems = new ArrayList<>();
		compareCount(end.events(), problems);
		if (end.lastHash() != null && !end.lastHash().equals(HexFormat.of().formatHex(chain.lastHash()))) {
			problems.add("The last hash is another than the last line says.");
		}
		return problems;
	}

	/** Compares a log with its last line, and returns the contradictions. */
	List<String> end(LogEnd end) {
		List<String> problems = new ArrayList<>();
		boolean empty = this.lastPosition == Long.MIN_VALUE;
		long first = empty ? end.through() + 1 : this.firstPosition;
		if (first > end.from()) {
			problems.add(missing(end.from(), first - 1));
		}
		problems.addAll(this.positionProblems);
		if (!empty && this.lastPosition < end.through()) {
			problems.add(missing(this.lastPosition + 1, end.through()));
		}
		compareCount(end.events(), problems);
		return problems;
	}

	boolean isEmpty() {
		return this.sessions.isEmpty();
	}

	/** The sessions in the order of their first events. */
	Map<String, SessionChain> sessions() {
		return this.sessions;
	}

	private void compareCount(long expected, List<String> problems) {
		if (expected != this.events) {
			problems.add("There are " + this.events + " events where the last line says " + expected + ".");
		}
	}

	private void addPositionProblem(String problem) {
		if (this.positionProblems.size() < MAX_LISTED) {
			this.positionProblems.add(problem);
		}
		else if (this.positionProblems.size() == MAX_LISTED) {
			this.positionProblems.add("There are more of these.");
		}
	}

	private static long orNone(@Nullable Long sequence) {
		return (sequence != null) ? sequence : -1;
	}

	private static String missing(long from, long to) {
		return (from == to) ? "The event at position " + from + " is missing."
				: "The events at positions " + from + " to " + to + " are missing.";
	}

}
