package io.coachflow.command.businesspackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.command.session.StoredSessions;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.PackageOutcome;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.session.EventMetadata;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ResourceLock("org.axonframework.eventhandling.GenericEventMessage.clock")
class BusinessPackageTests {

	private static final RequestPackage REQUEST = new RequestPackage(Packages.ID, Packages.SESSION);

	private final StoredSessions sessions = new StoredSessions();

	private AggregateTestFixture<BusinessPackage> packages() {
		AggregateTestFixture<BusinessPackage> packages = new AggregateTestFixture<>(BusinessPackage.class);
		packages.registerInjectableResources(this.sessions.completed(), BriefWriterTests.WRITER,
				new StaleStateCheck(packages.getEventStore()));
		return packages;
	}

	private TestExecutor<BusinessPackage> given(List<? extends BusinessPackageEvent> events) {
		return packages().given(events);
	}

	private TestExecutor<BusinessPackage> given(BusinessPackageEvent... events) {
		return given(List.of(events));
	}

	@Test
	void aCompletedSessionGetsAPackageWithItsBrief() {
		this.sessions.complete(Packages.SESSION);

		given().when(REQUEST)
			.expectSuccessfulHandlerExecution()
			.expectEventsMatching(Matchers.payloadsMatching(
					Matchers.exactSequenceOf(Matchers.predicate((event) -> event instanceof PackageRequested it
							&& it.packageId().equals(Packages.ID) && it.sessionId().equals(Packages.SESSION)
							&& it.userId().equals("ada") && it.brief().businessName().equals("Teranga Table")))));
	}

	@Test
	void aPackageIsAskedForByTheServiceInTheLanguageOfItsSession() {
		this.sessions.complete(Packages.SESSION);

		given().when(REQUEST)
			.expectEventsMatching(Matchers.sequenceOf(
					Matchers.predicate((message) -> "en".equals(message.getMetaData().get(EventMetadata.LANGUAGE))
							&& !message.getMetaData().containsKey(EventMetadata.USER))));
	}

	@Test
	void askingAgainChangesNothing() {
		this.sessions.complete(Packages.SESSION);

		given(Packages.requested()).when(REQUEST).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void aDeletedSessionGetsNoPackage() {
		this.sessions.complete(Packages.SESSION);
		this.sessions.delete(Packages.SESSION);

		given().when(REQUEST).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void aSessionThatIsUnknownOrNotCompletedGetsNoPackage() {
		given().when(REQUEST).expectSuccessfulHandlerExecution().expectNoEvents();
		this.sessions.start(Packages.SESSION);
		given().when(REQUEST).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void anAttemptBeginsOnceAndIsWantedUntilTheAgentHasEnded() {
		given(Packages.requested()).when(Packages.start(Agent.SEO, 1, 1))
			.expectEvents(Packages.started(Agent.SEO, 1, 1))
			.expectResultMessagePayload(true);
		given(Packages.requested(), Packages.started(Agent.SEO, 1, 1)).when(Packages.start(Agent.SEO, 1, 1))
			.expectNoEvents()
			.expectResultMessagePayload(true);
		given(Packages.requested(), Packages.started(Agent.SEO, 1, 1), Packages.succeeded(Agent.SEO, 1, 1))
			.when(Packages.start(Agent.SEO, 1, 2))
			.expectNoEvents()
			.expectResultMessagePayload(false);
	}

	@Test
	void attemptsMayJump() {
		given(Packages.requested(), Packages.started(Agent.SEO, 1, 1), Packages.delayed(Agent.SEO, 1, 1))
			.when(Packages.start(Agent.SEO, 1, 4))
			.expectEvents(Packages.started(Agent.SEO, 1, 4))
			.expectResultMessagePayload(true);
	}

	@Test
	void theLastEndCompletesThePackageInTheSameBreath() {
		List<BusinessPackageEvent> happened = new ArrayList<>(List.of(Packages.requested()));
		for (Agent agent : Agent.values()) {
			if (agent != Agent.LOGO) {
				happened.add(Packages.succeeded(agent, 1, 1));
			}
		}

		given(happened).when(Packages.succeed(Agent.LOGO, 1, 1))
			.expectEvents(Packages.succeeded(Agent.LOGO, 1, 1), Packages.completed(PackageStatus.COMPLETE));
		given(happened).when(Packages.fail(Agent.LOGO, 1, 5))
			.expectEvents(Packages.failed(Agent.LOGO, 1, 5), Packages.completed(PackageStatus.PARTIAL));
	}

	@Test
	void aDoubleResultIsRecordedAsIgnored() {
		given(Packages.complete()).when(Packages.succeed(Agent.LOGO, 1, 2))
			.expectEvents(Packages.ignored(Agent.LOGO, 1, 2, ResultIgnored.DOUBLE));
	}

	@Test
	void aLateResultIsRecordedAsIgnored() {
		List<BusinessPackageEvent> happened = Packages.complete();
		happened.add(Packages.requested(Agent.LOGO, 2));

		given(happened).when(Packages.succeed(Agent.LOGO, 1, 1))
			.expectEvents(Packages.ignored(Agent.LOGO, 1, 1, ResultIgnored.LATE));
	}

	@Test
	void anAgentThatHasEndedRunsAgainForWhoeverAsks() {
		given(Packages.complete()).when(new RegenerateAgent(Packages.ID, Agent.LOGO, "ada"))
			.expectEvents(Packages.requested(Agent.LOGO, 2))
			.expectEventsMatching(Matchers
				.sequenceOf(Matchers.predicate((message) -> "ada".equals(message.getMetaData().get(EventMetadata.USER))
						&& "fr".equals(message.getMetaData().get(EventMetadata.LANGUAGE)))))
			.expectResultMessagePayload(new PackageOutcome(2, 12));
	}

	@Test
	void anAgentAtWorkGoesOn() {
		given(Packages.requested(), Packages.started(Agent.LOGO, 1, 1))
			.when(new RegenerateAgent(Packages.ID, Agent.LOGO, "ada"))
			.expectNoEvents()
			.expectResultMessagePayload(new PackageOutcome(1, 1));
	}

	@Test
	void whoHasSeenAnotherSequenceRunsNoAgentAgain() {
		given(Packages.complete()).when(new RegenerateAgent(Packages.ID, Agent.LOGO, "ada", Set.of(10L, 12L)))
			.expectNoEvents()
			.expectResultMessagePayload(new PackageOutcome(null, 11));
		given(Packages.complete()).when(new RegenerateAgent(Packages.ID, Agent.LOGO, "ada", Set.of(11L)))
			.expectEvents(Packages.requested(Agent.LOGO, 2))
			.expectResultMessagePayload(new PackageOutcome(2, 12));
	}

	@Test
	void anUnknownPackageIsNoneToReportTo() {
		packages().givenNoPriorActivity()
			.when(Packages.start(Agent.LOGO, 1, 1))
			.expectException(AggregateNotFoundException.class);
	}

	@Test
	void whatAppendsNothingIsDecidedOnTheLastEventAlone() {
		BusinessPackage stale = new BusinessPackage();
		StaleStateCheck ahead = new StaleStateCheck(this.sessions.log());
		this.sessions.append(Packages.ID, BusinessPackage.TYPE, 0, Packages.requested());
		this.sessions.append(Packages.ID, BusinessPackage.TYPE, 1, Packages.started(Agent.LOGO, 1, 1));
		stale.on(Packages.requested(), 0);

		assertThatExceptionOfType(ConcurrencyException.class)
			.isThrownBy(() -> stale.handle(new RegenerateAgent(Packages.ID, Agent.LOGO, "ada"), ahead));
		stale.on(Packages.started(Agent.LOGO, 1, 1), 1);
		assertThat(Optional.of(stale.handle(new RegenerateAgent(Packages.ID, Agent.LOGO, "ada"), ahead)))
			.contains(new PackageOutcome(1, 1));
	}

}
