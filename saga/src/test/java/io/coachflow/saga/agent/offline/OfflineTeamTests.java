package io.coachflow.saga.agent.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.AgentOutput;
import io.coachflow.saga.agent.ResultSchemas;
import io.coachflow.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What five agents make of three businesses without a language model.
 */
class OfflineTeamTests {

	private final OfflineTeam team = OfflineTeam.load();

	static Stream<Arguments> everything() {
		return Businesses.ALL.stream()
			.flatMap((brief) -> Arrays.stream(Agent.values()).map((agent) -> Arguments.of(agent, brief)));
	}

	@ParameterizedTest
	@MethodSource("everything")
	void aResultIsAsItsPublishedSchemaSays(Agent agent, Brief brief) {
		AgentOutput made = make(agent, brief, 1);

		assertThat(made.source()).isEqualTo(AgentSource.OFFLINE);
		assertThat(ResultSchemas.flaws(agent, made)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("everything")
	void theSameBriefGivesTheSameResult(Agent agent, Brief brief) {
		assertThat(make(agent, brief, 1).result()).isEqualTo(make(agent, brief, 1).result());
	}

	/**
	 * To the byte, in three generations: whoever changes a result gives the rules another
	 * version.
	 */
	@Test
	void oneVersionOfTheRulesMakesTheSameForEver() {
		String results = IntStream.rangeClosed(1, 3)
			.boxed()
			.flatMap((generation) -> Businesses.ALL.stream()
				.flatMap((brief) -> Arrays.stream(Agent.values()).map((agent) -> make(agent, brief, generation))))
			.map((made) -> new JsonMapper().writeValueAsString(made.result()))
			.collect(Collectors.joining("\n"));

		assertThat(Map.of(OfflineTeam.RULES_VERSION, Sha256.of(results)))
			.isEqualTo(Map.of("rules-3", "5d47e2c66f7b7afdf86f275724e6c621300324ef2696f5453be5af66723c8a0d"));
	}

	@ParameterizedTest
	@EnumSource
	void noTwoBusinessesGetTheSame(Agent agent) {
		Set<Object> results = Set
			.copyOf(Businesses.ALL.stream().map((it) -> (Object) make(agent, it, 1).result()).toList());

		assertThat(results).hasSameSizeAs(Businesses.ALL);
	}

	@ParameterizedTest
	@MethodSource("businesses")
	void theBusinessItselfIsInIt(Brief brief) {
		Content content = (Content) make(Agent.CONTENT, brief, 1).result();
		Seo seo = (Seo) make(Agent.SEO, brief, 1).result();
		Research research = (Research) make(Agent.RESEARCH, brief, 1).result();

		assertThat(content.elevatorPitch()).contains(brief.businessName());
		assertThat(seo.title()).contains(brief.businessName());
		assertThat(seo.jsonLd().toString()).contains(brief.businessName());
		assertThat(research.marketSize().reasoning()).isNotBlank();
		assertThat(content.posts()).extracting(Content.Post::network).doesNotHaveDuplicates();
	}

	static List<Brief> businesses() {
		return Businesses.ALL;
	}

	private AgentOutput make(Agent agent, Brief brief, int generation) {
		return this.team.make(new Assignment(agent, "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c", brief, generation));
	}

}
