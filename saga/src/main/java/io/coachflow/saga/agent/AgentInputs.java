package io.coachflow.saga.agent;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BriefField;
import io.coachflow.contracts.enrichment.SessionInput;

/**
 * What each agent reads of a brief, by rules and with a model alike. An
 * {@link Assignment} has nothing else, so that no agent can read more than its receipts
 * say.
 */
final class AgentInputs {

	private static final Set<BriefField> ALL = Collections.unmodifiableSet(EnumSet.allOf(BriefField.class));

	/** A mark outlives the price list. The score depends on all answers. */
	private static final Set<BriefField> OF_LOGO = Collections.unmodifiableSet(EnumSet
		.complementOf(EnumSet.of(BriefField.VALUE_PROPOSITION, BriefField.COMPLETENESS, BriefField.CONFIDENCE)));

	private AgentInputs() {
	}

	private static Set<BriefField> fields(Agent agent) {
		return switch (agent) {
			case LOGO -> OF_LOGO;
			case RESEARCH, CONTENT, SEO, TEMPLATE -> ALL;
		};
	}

	/** The brief with what the agent reads, and nothing else. */
	static Brief of(Agent agent, Brief brief) {
		return brief.only(fields(agent));
	}

	/**
	 * The answers and facts that the agent's input holds: their ids in the order of the
	 * alphabet.
	 */
	static List<String> names(Agent agent) {
		return fields(agent).stream()
			.flatMap((field) -> field.sources().stream())
			.map(SessionInput::id)
			.distinct()
			.sorted()
			.toList();
	}

}
