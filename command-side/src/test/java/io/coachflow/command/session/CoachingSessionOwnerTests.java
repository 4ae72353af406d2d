package io.coachflow.command.session;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Step;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("A session and its owner")
class CoachingSessionOwnerTests extends SessionFixture {

	@ParameterizedTest(name = "{0}, {2}")
	@MethodSource("everyRequestInEveryPhase")
	void aStrangerIsForbiddenEverythingAndChangesNothing(String phase, List<?> history, String what,
			Function<Requester, CoachingSessionCommand> request) {
		given(history).when(request.apply(STRANGER))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.FORBIDDEN));
	}

	@Test
	void aStrangerWithTheOwnersKeyIsToldNothing() {
		given(by(ownerWith("key-1", "hash-1"), started(LIVE)))
			.when(new StartSession(ID, new Requester("bob", "en", new Idempotency("key-1", "hash-1")), BUSINESS))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.FORBIDDEN));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("everyPhaseButDeleted")
	void theOwnerMayDeleteTheSession(String phase, List<?> history) {
		given(history).when(new DeleteSession(ID, OWNER)).expectEvents(by(OWNER, deleted()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("everyRequest")
	void whoHasSeenAnotherSequenceChangesNothing(String what, Function<Requester, CoachingSessionCommand> request) {
		for (List<?> history : List.of(at(Step.MISSION, LIVE), completed())) {
			given(history).when(request.apply(ownerOf(0L, 99L)))
				.expectNoEvents()
				.expectResultMessagePayloadMatching(refused(ErrorCode.PRECONDITION_FAILED));
		}
	}

	@Test
	void whoHasSeenTheLastSequenceMayDeleteTheSession() {
		given(at(Step.MISSION, LIVE)).when(new DeleteSession(ID, ownerOf(1L))).expectEvents(by(ownerOf(1L), deleted()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("everyRequest")
	void aDeletedSessionIsUnknownToItsOwner(String what, Function<Requester, CoachingSessionCommand> request) {
		given(at(Step.MISSION, OVERDUE), deleted()).when(request.apply(OWNER))
			.expectNoEvents()
			.expectResultMessagePayloadMatching(refused(ErrorCode.SESSION_NOT_FOUND));
	}

	@Test
	void aSessionThatNobodyStartedCannotBeDeleted() {
		given().when(new DeleteSession(ID, OWNER)).expectNoEvents().expectException(AggregateNotFoundException.class);
	}

	static Stream<Arguments> everyRequestInEveryPhase() {
		return Stream.concat(everyPhaseButDeleted(), Stream.of(arguments("deleted", List.of(started(LIVE), deleted()))))
			.flatMap((phase) -> everyRequest()
				.map((request) -> arguments(phase.get()[0], phase.get()[1], request.get()[0], request.get()[1])));
	}

	static Stream<Arguments> everyPhaseButDeleted() {
		return Stream.of(arguments("live", at(Step.MISSION, LIVE)), arguments("overdue", at(Step.MISSION, OVERDUE)),
				arguments("expired", List.of(started(OVERDUE), expired())), arguments("completed", completed()));
	}

	static Stream<Arguments> everyRequest() {
		return Stream.of(request("start", (requester) -> new StartSession(ID, requester, BUSINESS)),
				request("resume", (requester) -> new ResumeSession(ID, requester)),
				request("answer", (requester) -> new SubmitAnswer(ID, requester, "0.90 Bread", null, null)),
				request("ask for help", (requester) -> new AskForHelp(ID, requester, HelpKind.QUESTIONS, null, null)),
				request("complete", (requester) -> new CompleteSession(ID, requester)),
				request("delete", (requester) -> new DeleteSession(ID, requester)));
	}

	private static Arguments request(String what, Function<Requester, CoachingSessionCommand> request) {
		return arguments(what, request);
	}

}
