package io.coachflow.saga.agent.offline;

import java.util.List;

/**
 * What is known of a sector, in one language. Texts may have facts in braces.
 *
 * @param label what to call a business of the sector that did not say what it is
 * @param trade the sector inside a sentence
 * @param units what such a business counts
 * @param counted whom or what to count for the size of the market
 * @param frequency what comes back how often
 * @param sources where to look figures up
 */
record SectorTexts(String label, String trade, List<ConditionalText> actions, Headings headings, String visit,
		List<String> units, String counted, String frequency, List<String> sources, List<SegmentTexts> segments,
		Rivals competitors, List<ConditionalText> opportunities, List<RiskTexts> risks, List<String> questions,
		Hooks hooks) {

	/**
	 * A text that some answers call for.
	 *
	 * @param words of an answer that does; empty where every answer may
	 */
	record ConditionalText(List<String> words, String text) {
	}

	/** What the sections of the homepage are called. */
	record Headings(String offer, String audience, String difference, String vision, String visit) {
	}

	/** A kind of customer. */
	record SegmentTexts(List<String> words, String name, String need, String channel) {
	}

	/** The kinds of competitors. */
	record Rivals(Rival direct, Rival indirect, Rival substitute) {
	}

	/**
	 * Competitors of a kind.
	 *
	 * @param proof how to find out that one is better
	 */
	record Rival(String who, String proof) {
	}

	/** A risk and what to do about it. */
	record RiskTexts(List<String> words, String risk, String mitigation) {
	}

	/** How a post begins. */
	record Hooks(String linkedin, String instagram, String facebook) {
	}

}
