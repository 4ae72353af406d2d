package io.coachflow.command.businesspackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgents;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageDeciderTests {

	private static final Brief CORRECTED = brief("Un buffet", "Dakar, Sénégal");

	private static final BriefRevised REVISED = new BriefRevised(Packages.ID, Packages.SESSION, CORRECTED,
			List.of("offre"));

	@Test
	void aRevisionSaysWhatChanged() {
		PackageState state = Packages.after(complete());

		assertThat(PackageDecider.revise(state, Packages.BRIEF, CORRECTED)).containsExactly(REVISED);
		assertThat(PackageDecider.revise(state, Packages.BRIEF, brief("Un buffet", "Thiès, Sénégal")))
			.extracting("changed")
			.containsExactly(List.of("city", "offre"));
		assertThat(PackageDecider.revise(state, Packages.BRIEF, Packages.BRIEF)).isEmpty();
	}

	@Test
	void onlyAgentsWhoseInputChangedAreStale() {
		PackageState state = Packages.after(and(complete(), REVISED));

		assertThat(state.stale()).containsExactlyInAnyOrder(Agent.RESEARCH, Agent.CONTENT, Agent.SEO, Agent.TEMPLATE);
		assertThat(Packages
			.after(and(complete(), REVISED,
					new BriefRevised(Packages.ID, Packages.SESSION, Packages.BRIEF, List.of("offre"))))
			.stale()).as("changed back").isEmpty();
	}

	@Test
	void theStaleOnesRunAgainWithTheWish() {
		PackageState state = Packages.after(and(complete(), REVISED));

		assertThat(PackageDecider.regenerate(state, again(null, "Plus sobre"))).containsExactly(
				requested(Agent.RESEARCH, "Plus sobre"), requested(Agent.CONTENT, "Plus sobre"),
				requested(Agent.SEO, "Plus sobre"), requested(Agent.TEMPLATE, "Plus sobre"));
		assertThat(PackageDecider.regenerate(state, again(Set.of(Agent.LOGO), null)))
			.containsExactly(requested(Agent.LOGO, null));
		assertThat(PackageDecider.regenerate(Packages.after(complete()), again(null, null))).isEmpty();
	}

	@Test
	void aGenerationThatStillRunsIsReplacedOnlyWhereTheNextIsAnother() {
		List<BusinessPackageEvent> running = and(complete(), requested(Agent.CONTENT, null));

		assertThat(PackageDecider.regenerate(Packages.after(running), again(Set.of(Agent.CONTENT), null))).isEmpty();
		assertThat(PackageDecider.regenerate(Packages.after(running), again(Set.of(Agent.CONTENT), "Plus sobre")))
			.containsExactly(new AgentRequested(Packages.ID, Packages.SESSION, Agent.CONTENT, 3, "Plus sobre"));
		assertThat(PackageDecider.regenerate(Packages.after(and(running, REVISED)), again(Set.of(Agent.CONTENT), null)))
			.hasSize(1);
	}

	@Test
	void whatARunningGenerationMakesOfTheOldBriefIsStaleToo() {
		PackageState late = Packages
			.after(and(complete(), requested(Agent.CONTENT, null), REVISED, succeeded(Agent.CONTENT, 2)));
		PackageState fresh = Packages
			.after(and(complete(), REVISED, requested(Agent.CONTENT, null), succeeded(Agent.CONTENT, 2)));

		assertThat(late.stale()).contains(Agent.CONTENT);
		assertThat(fresh.stale()).doesNotContain(Agent.CONTENT).contains(Agent.SEO);
	}

	private static RegenerateAgents again(@Nullable Set<Agent> agents, @Nullable String wish) {
		return new RegenerateAgents(Packages.ID, agents, wish, "ada", null);
	}

	private static AgentRequested requested(Agent agent, @Nullable String wish) {
		return new AgentRequested(Packages.ID, Packages.SESSION, agent, 2, wish);
	}

	/** As the agents of this version read their brief. */
	private static AgentSucceeded succeeded(Agent agent, int generation) {
		Receipt receipt = Packages.RECEIPT;
		List<String> read = (agent == Agent.LOGO) ? List.of("business_name", "sector", "vision")
				: List.of("business_name", "city", "country", "offre", "sector", "vision");
		return new AgentSucceeded(Packages.ID, Packages.SESSION, agent, generation, 1, AgentSource.OFFLINE,
				Packages.RESULT, new Receipt(receipt.model(), receipt.promptVersion(), receipt.inputHash(), 0, 0,
						receipt.price(), 12, read));
	}

	private static List<BusinessPackageEvent> complete() {
		List<BusinessPackageEvent> events = new ArrayList<>(List.of(Packages.requested()));
		for (Agent agent : Agent.values()) {
			events.add(Packages.started(agent, 1, 1));
			events.add(succeeded(agent, 1));
		}
		events.add(Packages.completed(PackageStatus.COMPLETE));
		return events;
	}

	private static List<BusinessPackageEvent> and(List<BusinessPackageEvent> before, BusinessPackageEvent... then) {
		List<BusinessPackageEvent> all = new ArrayList<>(before);
		all.addAll(List.of(then));
		return all;
	}

	private static Brief brief(String offer, String location) {
		Brief brief = Packages.BRIEF;
		return new Brief(brief.language(), brief.businessName(), brief.vision(), brief.mission(),
				brief.targetAudience(), brief.differentiation(), offer, brief.sector(), location, brief.completeness(),
				brief.confidence(), brief.inferred());
	}

}
