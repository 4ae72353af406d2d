package io.coachflow.contracts.enrichment;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Desk research on the market.
 *
 * @param opportunities what speaks for the business
 * @param questionsToValidate what to find out first, the most important at the top
 */
public record Research(@JsonProperty("market_size") MarketSize marketSize, List<Segment> segments,
		List<Competitors> competitors, List<String> opportunities, List<Risk> risks,
		@JsonProperty("questions_to_validate") List<String> questionsToValidate) implements AgentResult {

	public Research {
		segments = List.copyOf(segments);
		competitors = List.copyOf(competitors);
		opportunities = List.copyOf(opportunities);
		risks = List.copyOf(risks);
		questionsToValidate = List.copyOf(questionsToValidate);
	}

	/**
	 * How big the market is.
	 *
	 * @param estimate in words; says so if no figure can be given
	 * @param reasoning how the estimate was made, with every assumption
	 */
	public record MarketSize(String estimate, String reasoning) {
	}

	/**
	 * A group of customers.
	 *
	 * @param need what the group wants
	 * @param channel where to reach it
	 */
	public record Segment(String name, String need, String channel) {
	}

	/**
	 * Competitors of one kind.
	 *
	 * @param kind {@code direct}, {@code indirect} or {@code substitute}
	 * @param description who they are
	 * @param advantage how this business differs
	 */
	public record Competitors(String kind, String description, String advantage) {
	}

	/** What can go wrong, and what to do about it. */
	public record Risk(String risk, String mitigation) {
	}

}
