package io.coachflow.query.history;

import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.eventlog.texts.RecordedTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the texts that were shown in the place of the digest under which the log has them.
 */
final class ShownTexts {

	private static final String DIGEST = "digest";

	private final RecordedTexts recorded;

	ShownTexts(RecordedTexts recorded) {
		this.recorded = recorded;
	}

	/**
	 * The event's data with its texts. A digest whose texts the log does not hold stays,
	 * so that a reader sees what is missing.
	 */
	JsonNode inFull(JsonNode data) {
		if (data.path("guidance") instanceof ObjectNode guidance && guidance.path(DIGEST).isString()) {
			this.recorded.find(guidance.path(DIGEST).stringValue()).ifPresent((texts) -> replace(guidance, texts));
		}
		return data;
	}

	private static void replace(ObjectNode guidance, GuidanceTexts texts) {
		guidance.remove(DIGEST);
		guidance.put("message", texts.message());
		texts.examples().forEach(guidance.putArray("examples")::add);
		texts.questions().forEach(guidance.putArray("questions")::add);
	}

}
