package io.coachflow.console.coach;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The score of an answer, with the reason in words.
 *
 * @param score 0 to 1
 * @param reasons the keys of sentences that say what carries the answer and what it
 * lacks; none if only the score is known
 */
record Rating(double score, List<String> reasons) {

	private static final List<String> PARTS = List.of("length", "specificity", "relevance", "originality");

	private static final double LACKING_BELOW = 0.5;

	private static final double CARRYING_FROM = 0.75;

	private static final int MOST_LACKS = 2;

	Rating {
		reasons = List.copyOf(reasons);
	}

	/** A score of which nothing else is known. */
	static Rating of(double score) {
		return new Rating(score, List.of());
	}

	/**
	 * Puts the figures of an answer into words.
	 * @param score 0 to 1
	 * @param figures the {@code confidence} of the event that recorded the answer
	 */
	static Rating of(double score, JsonNode figures) {
		List<String> reasons = new ArrayList<>();
		PARTS.stream()
			// Nearly every text is original, so that this is no praise
			.filter((part) -> !part.equals("originality") && figures.path(part).asDouble(0) >= CARRYING_FROM)
			.max((one, other) -> Double.compare(figures.path(one).asDouble(0), figures.path(other).asDouble(0)))
			.ifPresent((part) -> reasons.add("coach.reason." + part + ".high"));
		PARTS.stream()
			.filter((part) -> figures.path(part).isNumber() && figures.path(part).asDouble(0) < LACKING_BELOW)
			.sorted((one, other) -> Double.compare(figures.path(one).asDouble(0), figures.path(other).asDouble(0)))
			.limit(MOST_LACKS)
			.forEach((part) -> reasons.add("coach.reason." + part + ".low"));
		if (figures.path("judged").isNumber() && figures.path("judged").asDouble(0) <= score) {
			reasons.add("coach.reason.judged");
		}
		if (reasons.isEmpty() && figures.isObject()) {
			reasons.add("coach.reason.even");
		}
		return new Rating(score, reasons);
	}

	public Strength strength() {
		return Strength.of(this.score);
	}

	/** The score in whole percent. */
	public long percent() {
		return Math.round(this.score * 100);
	}

}
