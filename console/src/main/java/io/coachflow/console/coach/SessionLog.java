package io.coachflow.console.coach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a session's history tells beyond the session itself: why its answers have their
 * scores, and what the coach asked back.
 *
 * @param accepted the last accepted answer to each step
 * @param askedBack the exchanges in which the coach asked back, by step
 * @param language the language of what the coach said last; null if nothing is known
 */
record SessionLog(Map<String, AcceptedAnswer> accepted, Map<String, List<AskedBack>> askedBack,
		@Nullable String language) {

	/** The log of a session of which nothing is known. */
	static final SessionLog EMPTY = new SessionLog(Map.of(), Map.of(), null);

	/**
	 * An accepted answer.
	 *
	 * @param sequence the sequence of its event
	 * @param origin where it comes from, such as {@code proposal}; empty for own words
	 * @param revised whether it took the place of an earlier one
	 */
	record AcceptedAnswer(long sequence, Rating rating, String origin, boolean revised) {
	}

	/**
	 * An answer that did not do, and the question that the coach asked back.
	 */
	record AskedBack(String answer, String question, Rating rating) {
	}

	/**
	 * Reads the log.
	 * @param events the {@code events} of a history, oldest first
	 */
	static SessionLog of(JsonNode events) {
		Map<String, AcceptedAnswer> accepted = new LinkedHashMap<>();
		Map<String, List<AskedBack>> askedBack = new LinkedHashMap<>();
		String language = null;
		for (JsonNode event : events) {
			JsonNode data = event.path("data");
			String step = data.path("step").asString("");
			Rating rating = Rating.of(data.path("confidence").path("score").asDouble(0), data.path("confidence"));
			String guidance = data.path("guidance").path("message").asString("");
			switch (kind(event)) {
				case "step-answered" -> accepted.put(step, new AcceptedAnswer(event.path("sequence").asLong(0), rating,
						data.path("origin").asString(""), false));
				case "answer-revised" ->
					accepted.put(step, new AcceptedAnswer(event.path("sequence").asLong(0), rating, "", true));
				case "clarification-requested" -> askedBack.computeIfAbsent(step, (_) -> new ArrayList<>())
					.add(new AskedBack(data.path("answer").asString(""), guidance, rating));
				default -> {
					// Nothing else changes what is shown of the answers
				}
			}
			language = data.path("guidance").path("language").asString(language);
		}
		return new SessionLog(accepted, askedBack, language);
	}

	/** The event's name without what all names of sessions begin with. */
	private static String kind(JsonNode event) {
		String name = event.path("name").asString("");
		return name.substring(name.lastIndexOf('.') + 1);
	}

	Optional<AcceptedAnswer> accepted(String step) {
		return Optional.ofNullable(this.accepted.get(step));
	}

	List<AskedBack> askedBack(String step) {
		return this.askedBack.getOrDefault(step, List.of());
	}

	/** Whether the answer to a step is another than at a sequence. */
	boolean changedSince(String step, long sequence) {
		return accepted(step).filter((answer) -> answer.sequence() > sequence).isPresent();
	}

}
