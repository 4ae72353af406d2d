package io.coachflow.saga.enrichment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.ReviseBrief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@ResourceLock("org.axonframework.eventhandling.GenericEventMessage.clock")
class EnrichmentSagaTests {

	private static final RequestPackage REQUEST = new RequestPackage(Events.PACKAGE, Events.SESSION);

	private static final ReviseBrief REVISE = new ReviseBrief(Events.PACKAGE, Events.SESSION);

	private static final List<String> FIRST_JOBS = Stream.of(Agent.values())
		.map((agent) -> Events.PACKAGE + ":" + agent.id() + ":1")
		.toList();

	private final List<AgentJob> scheduled = new ArrayList<>();

	private final List<String> hastened = new ArrayList<>();

	private final SagaTestFixture<EnrichmentSaga> saga = new SagaTestFixture<>(EnrichmentSaga.class);

	EnrichmentSagaTests() {
		this.saga.registerResource(new AgentJobs() {

			@Override
			public void schedule(AgentJob job) {
				EnrichmentSagaTests.this.scheduled.add(job);
			}

			@Override
			public void hasten(String packageId) {
				EnrichmentSagaTests.this.hastened.add(packageId);
			}

		});
	}

	/** Every order in which five agents can end. */
	static Stream<List<Agent>> everyOrder() {
		return orders(List.of(), List.of(Agent.values()));
	}

	private static Stream<List<Agent>> orders(List<Agent> begun, List<Agent> left) {
		return left.isEmpty() ? Stream.of(begun) : left.stream().flatMap((next) -> {
			List<Agent> longer = new ArrayList<>(begun);
			longer.add(next);
			return orders(longer, left.stream().filter((agent) -> agent != next).toList());
		});
	}

	@Test
	void aCompletedSessionHasItsPackageAskedFor() {
		this.saga.givenNoPriorActivity()
			.whenPublishingA(Events.sessionCompleted())
			.expectDispatchedCommands(REQUEST)
			.expectActiveSagas(1);
	}

	@Test
	void aCorrectionBringsTheBriefUpToDateAndIsAllThereIsToDo() {
		this.saga.givenNoPriorActivity()
			.whenPublishingA(Events.answerRevised())
			.expectDispatchedCommands(REVISE)
			.expectActiveSagas(0);
	}

	@Test
	void aCorrectionWhileAgentsAreAtWorkDoesNotEndTheSaga() {
		this.saga.setCallbackBehavior((payload, _) -> payload instanceof ReviseBrief ? true : null);

		this.saga.givenAPublished(Events.sessionCompleted())
			.whenPublishingA(Events.answerRevised())
			.expectDispatchedCommands(REVISE)
			.expectActiveSagas(1);
	}

	@Test
	void aPackageThatWasAskedForHasAllFiveAgentsRunAtOnce() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.whenPublishingA(Events.requested())
			.expectActiveSagas(1)
			.expectNoDispatchedCommands();

		assertThat(jobs()).containsExactlyElementsOf(FIRST_JOBS);
		assertThat(this.scheduled).allSatisfy((job) -> assertThat(job.attempt()).isEqualTo(1));
	}

	@ParameterizedTest
	@MethodSource("everyOrder")
	void inWhateverOrderAgentsEndThePackagesEndIsTheSagas(List<Agent> order) {
		for (int failures = 0; failures < 32; failures++) {
			EnrichmentSagaTests round = new EnrichmentSagaTests();
			ContinuedGivenState happened = round.saga.givenAPublished(Events.sessionCompleted())
				.andThenAPublished(Events.requested());
			for (Agent agent : order) {
				happened = happened.andThenAPublished(Events.started(agent));
			}
			for (int place = 0; place < order.size(); place++) {
				Agent agent = order.get(place);
				boolean fails = (failures & (1 << place)) != 0;
				happened = fails
						? happened.andThenAPublished(Events.delayed(agent)).andThenAPublished(Events.failed(agent, 1))
						: happened.andThenAPublished(Events.succeeded(agent, 1));
				happened = happened.andThenAPublished(Events.ignored(agent, ResultIgnored.DOUBLE));
			}
			happened
				.whenPublishingA(Events.completed((failures == 0) ? PackageStatus.COMPLETE
						: (failures == 31) ? PackageStatus.FAILED : PackageStatus.PARTIAL))
				.expectNoDispatchedCommands()
				.expectActiveSagas(0);
			assertThat(round.jobs()).containsExactlyElementsOf(FIRST_JOBS);
		}
	}

	@Test
	void theSagaWaitsWhileAnAgentIsOut() {
		ContinuedGivenState happened = this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested());
		for (Agent agent : List.of(Agent.RESEARCH, Agent.CONTENT, Agent.LOGO)) {
			happened = happened.andThenAPublished(Events.succeeded(agent, 1));
		}

		happened.whenPublishingA(Events.failed(Agent.SEO, 1)).expectActiveSagas(1);
	}

	@Test
	void whatIsToldTwiceAsksForTheSame() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.andThenAPublished(Events.requested())
			.whenPublishingA(Events.sessionCompleted())
			.expectDispatchedCommands(REQUEST)
			.expectActiveSagas(1);

		Set<String> different = new LinkedHashSet<>(jobs());
		assertThat(different).containsExactlyElementsOf(FIRST_JOBS);
	}

	@Test
	void anAgentAskedForAgainRunsAloneAndStartsTheSagaAnew() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.andThenAPublished(Events.completed(PackageStatus.PARTIAL))
			.whenPublishingA(Events.requested(Agent.LOGO, 2))
			.expectActiveSagas(1)
			.expectNoDispatchedCommands();

		assertThat(jobs()).hasSize(6).endsWith(Events.PACKAGE + ":logo:2");
	}

	@Test
	void anAgentAskedForAgainWhileOthersRunBelongsToTheSameSaga() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.andThenAPublished(Events.failed(Agent.LOGO, 1))
			.andThenAPublished(Events.requested(Agent.LOGO, 2))
			.whenPublishingA(Events.completed(PackageStatus.COMPLETE))
			.expectActiveSagas(0);
	}

	@Test
	void theSecondRoundEndsAsTheFirstDid() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.andThenAPublished(Events.completed(PackageStatus.PARTIAL))
			.andThenAPublished(Events.requested(Agent.LOGO, 2))
			.andThenAPublished(Events.ignored(Agent.LOGO, ResultIgnored.LATE))
			.andThenAPublished(Events.succeeded(Agent.LOGO, 2))
			.whenPublishingA(Events.completed(PackageStatus.COMPLETE))
			.expectActiveSagas(0);
	}

	@ParameterizedTest
	@EnumSource(Agent.class)
	void whatArrivesWhenAllIsOverWakesNobody(Agent agent) {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.andThenAPublished(Events.completed(PackageStatus.PARTIAL))
			.andThenAPublished(Events.started(agent))
			.andThenAPublished(Events.delayed(agent))
			.andThenAPublished(Events.succeeded(agent, 1))
			.andThenAPublished(Events.failed(agent, 1))
			.whenPublishingA(Events.ignored(agent, ResultIgnored.LATE))
			.expectNoDispatchedCommands()
			.expectActiveSagas(0);

		assertThat(jobs()).containsExactlyElementsOf(FIRST_JOBS);
	}

	@Test
	void aSessionDeletedBeforeItsPackageLeavesNothingBehind() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.whenPublishingA(Events.sessionDeleted())
			.expectActiveSagas(0);
	}

	@Test
	void whatWaitsForASessionThatIsDeletedRunsAtOnceAndGivesUp() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.andThenAPublished(Events.delayed(Agent.LOGO))
			.whenPublishingA(Events.sessionDeleted())
			.expectNoDispatchedCommands()
			.expectActiveSagas(0);

		assertThat(this.hastened).containsExactly(Events.PACKAGE);
	}

	@Test
	void aPackageAskedForWhileItsSessionWasDeletedIsNotLeftRunning() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.sessionDeleted())
			.whenPublishingA(Events.requested())
			.expectActiveSagas(1);

		assertThat(jobs()).containsExactlyElementsOf(FIRST_JOBS);
	}

	@Test
	void sessionsDoNotDisturbOneAnother() {
		this.saga.givenAPublished(Events.sessionCompleted())
			.andThenAPublished(Events.requested())
			.whenPublishingA(new SessionCompleted("another", 0.5))
			.expectActiveSagas(2);
	}

	private List<String> jobs() {
		return this.scheduled.stream().map(AgentJob::id).toList();
	}

}
