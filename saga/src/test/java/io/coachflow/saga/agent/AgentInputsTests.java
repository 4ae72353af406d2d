package io.coachflow.saga.agent;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.SessionInput;
import io.coachflow.saga.agent.offline.OfflineTeam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a receipt says of an agent's inputs, against what the agent is given, compared by
 * value.
 */
class AgentInputsTests {

	private static final OfflineTeam TEAM = OfflineTeam.load();

	@Test
	void aChangeOfTheOfferLeavesTheLogo() {
		assertThat(given(SessionInput.OFFRE)).containsExactlyInAnyOrder(Agent.RESEARCH, Agent.CONTENT, Agent.SEO,
				Agent.TEMPLATE);
		assertThat(said(SessionInput.OFFRE)).containsExactlyInAnyOrder(Agent.RESEARCH, Agent.CONTENT, Agent.SEO,
				Agent.TEMPLATE);
	}

	@ParameterizedTest
	@EnumSource
	void theAgentsWhoseInputChangesAreThoseWhoseReceiptsSaySo(SessionInput changed) {
		assertThat(said(changed)).isEqualTo(given(changed));
	}

	@ParameterizedTest
	@EnumSource
	void anAgentMakesTheSameOfWhatItDoesNotRead(SessionInput changed) {
		Set<Agent> others = EnumSet.complementOf(given(changed));

		for (Agent agent : others) {
			AgentOutput before = TEAM.make(assignment(agent, brief(null)));
			AgentOutput after = TEAM.make(assignment(agent, brief(changed)));
			assertThat(after.result()).isEqualTo(before.result());
			assertThat(after.receipt().inputHash()).isEqualTo(before.receipt().inputHash());
		}
	}

	@ParameterizedTest
	@EnumSource
	void aReceiptNamesTheInputsInOrder(Agent agent) {
		List<String> inputs = TEAM.make(assignment(agent, brief(null))).receipt().inputs();

		assertThat(inputs).isEqualTo(assignment(agent, brief(null)).inputs()).isSorted().doesNotHaveDuplicates();
		assertThat(inputs)
			.isSubsetOf(Arrays.stream(SessionInput.values()).map(SessionInput::id).collect(Collectors.toSet()));
	}

	@Test
	void anInferredSectorCountsAsItself() {
		Brief given = brief(null);
		Brief inferred = new Brief(given.language(), given.businessName(), given.vision(), given.mission(),
				given.targetAudience(), given.differentiation(), given.valueProposition(), given.sector(),
				given.location(), 0.88, given.confidence(), List.of("sector"));

		assertThat(assignment(Agent.LOGO, inferred).inputs()).isEqualTo(assignment(Agent.LOGO, given).inputs())
			.contains("sector")
			.doesNotContain("offre");
	}

	/** By value: which agents are given something else. */
	private static EnumSet<Agent> given(SessionInput changed) {
		return agents((agent) -> !assignment(agent, brief(null)).equals(assignment(agent, brief(changed))));
	}

	/** By their receipts: which agents read what changed. */
	private static EnumSet<Agent> said(SessionInput changed) {
		return agents((agent) -> TEAM.make(assignment(agent, brief(null))).receipt().dependsOnAny(Set.of(changed)));
	}

	private static EnumSet<Agent> agents(Predicate<Agent> which) {
		return Arrays.stream(Agent.values())
			.filter(which)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Agent.class)));
	}

	private static Assignment assignment(Agent agent, Brief brief) {
		return new Assignment(agent, "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", brief, 1);
	}

	/** All is given. Another answer has another score. */
	private static Brief brief(@Nullable SessionInput changed) {
		Map<SessionInput, String> session = new EnumMap<>(Map.of(SessionInput.VISION, "Two bakeries in Austin by 2029.",
				SessionInput.MISSION, "We bake bread of Texas wheat for families.", SessionInput.CLIENTELE,
				"Families with young children.", SessionInput.DIFFERENTIATION, "We mill our own flour.",
				SessionInput.OFFRE, "Loaves at $9, 120 a day.", SessionInput.BUSINESS_NAME, "Cedar & Crumb",
				SessionInput.SECTOR, "bakery", SessionInput.CITY, "Austin", SessionInput.COUNTRY, "United States"));
		boolean another = changed != null && SessionInput.ANSWERS.contains(changed);
		if (changed != null) {
			session.compute(changed, (_, text) -> another ? text + " Soon." : "Reno");
		}
		return new Brief("en", session.get(SessionInput.BUSINESS_NAME), session.get(SessionInput.VISION),
				session.get(SessionInput.MISSION), session.get(SessionInput.CLIENTELE),
				session.get(SessionInput.DIFFERENTIATION), session.get(SessionInput.OFFRE),
				session.get(SessionInput.SECTOR),
				session.get(SessionInput.CITY) + ", " + session.get(SessionInput.COUNTRY), 1, another ? 0.72 : 0.7,
				List.of());
	}

}
