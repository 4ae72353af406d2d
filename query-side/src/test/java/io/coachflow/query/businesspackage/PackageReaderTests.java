package io.coachflow.query.businesspackage;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.AgentTransition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageReaderTests {

	@Test
	void everyChangeOfAnAgentIsToldInOrderWithWhatIsKnownOfIt() {
		PackageReader reader = new PackageReader(-1);

		var told = reader.read(PackageStory.requested()
			.starts(Agent.SEO, 1, 1)
			.delays(Agent.SEO, 1, 1)
			.starts(Agent.SEO, 1, 2)
			.succeeds(Agent.SEO, 1, 2)
			.events());

		assertThat(told).extracting(AgentTransition::sequence).containsExactly(1L, 2L, 3L, 4L);
		assertThat(told).extracting((it) -> it.view().state())
			.containsExactly(AgentState.RUNNING, AgentState.PENDING, AgentState.RUNNING, AgentState.SUCCEEDED);
		assertThat(told.getLast().view().result()).isEqualTo(PackageStory.result(Agent.SEO));
		assertThat(reader.settled()).isEmpty();
	}

	@Test
	void whatChangesNothingIsNotTold() {
		PackageReader reader = new PackageReader(-1);

		assertThat(reader.read(PackageStory.requested().ignores(Agent.SEO, 1).events())).isEmpty();
		assertThat(reader.sequence()).isEqualTo(1);
	}

	@Test
	void aReaderGoesOnWhereItStoodAndIsSettledWithThePackage() {
		PackageStory story = PackageStory.requested().allSucceed();
		PackageReader reader = new PackageReader(2);

		assertThat(reader.read(story.events().subList(0, 4))).extracting(AgentTransition::sequence).containsExactly(3L);
		assertThat(reader.read(story.events().subList(4, 12))).hasSize(7);
		assertThat(reader.settled()).get().extracting(PackageView::status).isEqualTo(PackageStatus.COMPLETE);
	}

	@Test
	void aPackageOfWhichAnAgentRunsAgainIsNotSettled() {
		PackageReader reader = new PackageReader(-1);

		reader.read(PackageStory.requested().allSucceed().asksAgain(Agent.LOGO, 2).events());

		assertThat(reader.settled()).isEmpty();
	}

}
