package io.coachflow.query.businesspackage;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PackageViewTests {

	@Test
	void aRequestedPackageRunsAndAllAgentsWait() {
		PackageView view = PackageStory.requested().view();

		assertThat(view.status()).isEqualTo(PackageStatus.RUNNING);
		assertThat(view.owner()).isEqualTo("demo");
		assertThat(view.brief()).isEqualTo(PackageStory.brief());
		assertThat(view.sequence()).isZero();
		assertThat(view.requestedAt()).isEqualTo(PackageStory.START);
		assertThat(view.completedAt()).isNull();
		assertThat(view.agents()).hasSize(5).allSatisfy((_, agent) -> {
			assertThat(agent.state()).isEqualTo(AgentState.PENDING);
			assertThat(agent.generation()).isEqualTo(1);
			assertThat(agent.attempts()).isZero();
			assertThat(agent.requestedAt()).isEqualTo(PackageStory.START);
		});
	}

	@Test
	void anAttemptIsAtWorkSinceItsStart() {
		AgentView seo = PackageStory.requested().starts(Agent.SEO, 1, 1).view().agent(Agent.SEO);

		assertThat(seo.state()).isEqualTo(AgentState.RUNNING);
		assertThat(seo.attempts()).isEqualTo(1);
		assertThat(seo.startedAt()).isEqualTo(PackageStory.time(1));
	}

	@Test
	void afterAFailedAttemptAnAgentWaitsAndSaysWhyAndUntilWhen() {
		PackageStory story = PackageStory.requested().starts(Agent.SEO, 1, 1).delays(Agent.SEO, 1, 1);
		AgentView seo = story.view().agent(Agent.SEO);

		assertThat(seo.state()).isEqualTo(AgentState.PENDING);
		assertThat(seo.fault()).isEqualTo(PackageStory.TIMEOUT);
		assertThat(seo.retryAt()).isEqualTo(PackageStory.time(1000));

		AgentView again = story.starts(Agent.SEO, 1, 2).view().agent(Agent.SEO);
		assertThat(again.state()).isEqualTo(AgentState.RUNNING);
		assertThat(again.attempts()).isEqualTo(2);
		assertThat(again.startedAt()).isEqualTo(PackageStory.time(3));
		assertThat(again.fault()).isNull();
		assertThat(again.retryAt()).isNull();
	}

	@Test
	void aSuccessShowsResultSourceAndReceipt() {
		AgentView logo = PackageStory.requested()
			.starts(Agent.LOGO, 1, 1)
			.succeeds(Agent.LOGO, 1, 1)
			.view()
			.agent(Agent.LOGO);

		assertThat(logo.state()).isEqualTo(AgentState.SUCCEEDED);
		assertThat(logo.source()).isEqualTo(AgentSource.MODEL);
		assertThat(logo.result()).isEqualTo(PackageStory.result(Agent.LOGO));
		assertThat(logo.resultGeneration()).isEqualTo(1);
		assertThat(logo.receipt()).isEqualTo(PackageStory.receipt(1));
		assertThat(logo.finishedAt()).isEqualTo(PackageStory.time(2));
		assertThat(logo.fault()).isNull();
	}

	@Test
	void aFailureShowsItsCauseAndNoResult() {
		AgentView logo = PackageStory.requested()
			.starts(Agent.LOGO, 1, 3)
			.fails(Agent.LOGO, 1, 3)
			.view()
			.agent(Agent.LOGO);

		assertThat(logo.state()).isEqualTo(AgentState.FAILED);
		assertThat(logo.attempts()).isEqualTo(3);
		assertThat(logo.fault()).isEqualTo(PackageStory.TIMEOUT);
		assertThat(logo.finishedAt()).isEqualTo(PackageStory.time(2));
		assertThat(logo.result()).isNull();
		assertThat(logo.source()).isNull();
	}

	@Test
	void aCompletedPackageHasItsStatusAndTime() {
		PackageView view = PackageStory.requested().allSucceed().view();

		assertThat(view.status()).isEqualTo(PackageStatus.COMPLETE);
		assertThat(view.completedAt()).isEqualTo(PackageStory.time(11));
		assertThat(view.sequence()).isEqualTo(11);
	}

	@Test
	void askedForAgainAnAgentRunsAndKeepsItsLastResult() {
		PackageView view = PackageStory.requested().allSucceed().asksAgain(Agent.SEO, 2).view();
		AgentView seo = view.agent(Agent.SEO);

		assertThat(view.status()).isEqualTo(PackageStatus.RUNNING);
		assertThat(view.completedAt()).isNull();
		assertThat(seo.state()).isEqualTo(AgentState.PENDING);
		assertThat(seo.generation()).isEqualTo(2);
		assertThat(seo.attempts()).isZero();
		assertThat(seo.requestedAt()).isEqualTo(PackageStory.time(12));
		assertThat(seo.finishedAt()).isNull();
		assertThat(seo.result()).isEqualTo(PackageStory.result(Agent.SEO));
		assertThat(seo.resultGeneration()).isEqualTo(1);
		assertThat(view.agent(Agent.LOGO).state()).isEqualTo(AgentState.SUCCEEDED);
	}

	@Test
	void aFailedRegenerationStillShowsTheLastGoodResult() {
		AgentView seo = PackageStory.requested()
			.allSucceed()
			.asksAgain(Agent.SEO, 2)
			.starts(Agent.SEO, 2, 1)
			.fails(Agent.SEO, 2, 1)
			.completes(PackageStatus.PARTIAL)
			.view()
			.agent(Agent.SEO);

		assertThat(seo.state()).isEqualTo(AgentState.FAILED);
		assertThat(seo.generation()).isEqualTo(2);
		assertThat(seo.fault()).isEqualTo(PackageStory.TIMEOUT);
		assertThat(seo.result()).isEqualTo(PackageStory.result(Agent.SEO));
		assertThat(seo.resultGeneration()).isEqualTo(1);
		assertThat(seo.receipt()).isEqualTo(PackageStory.receipt(1));
	}

	@Test
	void whatComesLateOrTwiceMovesTheSequenceAlone() {
		PackageView settled = PackageStory.requested().allSucceed().view();
		PackageView later = PackageStory.requested()
			.allSucceed()
			.ignores(Agent.SEO, 1)
			.starts(Agent.SEO, 1, 2)
			.fails(Agent.SEO, 1, 2)
			.view();

		assertThat(later.agents()).isEqualTo(settled.agents());
		assertThat(later.status()).isEqualTo(settled.status());
		assertThat(later.completedAt()).isEqualTo(settled.completedAt());
		assertThat(later.sequence()).isEqualTo(14);
	}

	@Test
	void anEarlierGenerationDoesNotTouchALaterOne() {
		PackageStory story = PackageStory.requested().allSucceed().asksAgain(Agent.SEO, 2);
		AgentView before = story.view().agent(Agent.SEO);

		assertThat(story.succeeds(Agent.SEO, 1, 1).asksAgain(Agent.SEO, 1).view().agent(Agent.SEO)).isEqualTo(before);
	}

	@Test
	void aHistoryThatDoesNotBeginWithTheRequestIsRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> PackageView.after(null,
					new AgentStarted(PackageStory.ID, PackageStory.SESSION, Agent.SEO, 1, 1), 0, PackageStory.START))
			.withMessageContaining(PackageStory.ID);
	}

	@Test
	void aResultIsStaleWhereWhatItWasMadeOfHasChanged() {
		PackageView complete = PackageStory.requested().allSucceed().view();
		Brief before = complete.brief();
		Brief now = new Brief(before.language(), before.businessName(), before.vision(), before.mission(),
				before.targetAudience(), before.differentiation(), "Un buffet", before.sector(), before.location(),
				before.completeness(), before.confidence(), before.inferred());

		PackageView revised = revised(complete, now);

		assertThat(revised.brief()).isEqualTo(now);
		assertThat(revised.response().agents().get("content").staleBecause()).containsExactly("offre");
		assertThat(revised.agent(Agent.CONTENT)).as("what is stored").isEqualTo(complete.agent(Agent.CONTENT));
		revised(revised, before).response()
			.agents()
			.values()
			.forEach((agent) -> assertThat(agent.stale()).as("changed back").isFalse());
	}

	private static PackageView revised(PackageView view, Brief brief) {
		return PackageView.after(view,
				new BriefRevised(PackageIds.of(view.sessionId()), view.sessionId(), brief, List.of("offre")),
				view.sequence() + 1, Instant.EPOCH);
	}

	@Test
	void theResponseNamesAllAgentsInTheirOrder() {
		PackageResponse response = PackageStory.requested().allSucceed().view().response();

		assertThat(response.agents().keySet()).containsExactly("research", "content", "logo", "seo", "template");
		assertThat(response.sequence()).isEqualTo(11);
		assertThat(PackageResponse.expected("s1").agents().values())
			.containsExactlyElementsOf(Arrays.stream(Agent.values()).map((_) -> AgentView.expected()).toList());
	}

	@Test
	void theResponseHasSnakeCaseAndItsResultsTheirKind() {
		var json = new JsonMapper().valueToTree(PackageStory.requested().allSucceed().view().response());

		assertThat(json.propertyNames()).containsExactly("session_id", "status", "brief", "agents", "sequence",
				"requested_at", "completed_at");
		assertThat(json.at("/status").asString()).isEqualTo("complete");
		assertThat(json.at("/agents/logo").propertyNames()).containsExactly("state", "generation", "attempts", "source",
				"requested_at", "started_at", "finished_at", "retry_at", "fault", "receipt", "result_generation",
				"result", "stale_because", "stale");
		for (Agent agent : Agent.values()) {
			assertThat(json.at("/agents/" + agent.id() + "/result/kind").asString()).isEqualTo(agent.id());
		}
	}

	@Test
	void aViewSurvivesTheWayThroughItsStores() {
		JsonMapper json = new JsonMapper();
		for (PackageView view : List.of(PackageStory.requested().view(), PackageStory.requested().allSucceed().view(),
				PackageStory.requested().starts(Agent.SEO, 1, 1).delays(Agent.SEO, 1, 1).view())) {
			assertThat(json.readValue(json.writeValueAsString(view), PackageView.class)).isEqualTo(view);
		}
	}

}
