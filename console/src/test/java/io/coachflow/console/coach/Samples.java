package io.coachflow.console.coach;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.Choice;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session at its second step, as the API shows it.
 */
final class Samples {

	static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	static final String VISION = "In five years we run three restaurants in Dakar.";

	static final String QUESTION = "For whom do you cook?";

	static final Business BUSINESS = new Business("Teranga Table", "restaurant", "Dakar", null);

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final JsonMapper MAPPER = new JsonMapper();

	private Samples() {
	}

	static SessionResponse session(SessionStatus status, String message) {
		boolean completed = status == SessionStatus.COMPLETED;
		return new SessionResponse(SESSION, status, completed ? "completed" : "mission", message, List.of("We cook."),
				List.of("For whom?"),
				Map.of("vision", true, "mission", completed, "clientele", completed, "differentiation", completed,
						"offre", completed),
				Map.of("vision", VISION), Map.of("vision", 0.82), BUSINESS, 3, NOW, NOW,
				completed ? null : NOW.plusSeconds(7200), completed ? NOW : null);
	}

	static CoachingResponse resumed(String message) {
		return new CoachingResponse(SESSION, SessionStatus.IN_PROGRESS, "mission", message, List.of("Nous cuisinons."),
				List.of("Pour qui ?"), List.of(new Choice("mission-1", "Every day, we …")), Map.of("vision", true), 0,
				false, 3, NOW.plusSeconds(7200));
	}

	/** The first answer, and no other event. */
	static JsonNode answered() {
		return events(answer(1, "step-answered", "vision", VISION, "Now your mission?"));
	}

	/** The first answer, and an answer to the second step that was asked back. */
	static JsonNode askedBack() {
		return events(answer(1, "step-answered", "vision", VISION, "Now your mission?"),
				answer(2, "clarification-requested", "mission", "We cook.", QUESTION));
	}

	/** The first answer, which was corrected. */
	static JsonNode corrected() {
		return events(answer(1, "step-answered", "vision", "Big.", "Now your mission?"),
				answer(4, "answer-revised", "vision", VISION, ""));
	}

	private static JsonNode events(String... events) {
		return MAPPER.readTree("[" + String.join(",", events) + "]");
	}

	private static String answer(int sequence, String kind, String step, String text, String message) {
		return """
				{"sequence": %d, "name": "io.coachflow.session.%s", "data": {"step": "%s", "answer": "%s",
				"confidence": {"score": 0.82, "length": 0.9, "specificity": 0.8, "relevance": 0.4, "originality": 1.0},
				"guidance": {"language": "en", "message": "%s"}}}""".formatted(sequence, kind, step, text, message);
	}

}
