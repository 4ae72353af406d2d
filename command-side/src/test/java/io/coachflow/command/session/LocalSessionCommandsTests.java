package io.coachflow.command.session;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.coachflow.command.memory.AggregateCaches;
import io.coachflow.command.memory.StaleStateCheck;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Outcome.Accepted;
import io.coachflow.contracts.session.Outcome.Refused;
import io.coachflow.contracts.session.Step;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Commands without a bus")
class LocalSessionCommandsTests extends SessionFixture {

	private static final StartSession START = new StartSession(ID, OWNER, BUSINESS);

	private final SessionLog log = new SessionLog();

	private final SessionCommands commands = node();

	@Test
	void aWholeSessionReadsNothingButWhatACompletionMustKnow() {
		this.commands.start(START);
		for (Step step : Step.values()) {
			accepted(answer(text(step)));
		}
		assertThat(this.log.reads).hasValue(0);
		assertThat(this.log.checks).hasValue(0);

		assertThat(accepted(new CompleteSession(ID, OWNER)).completed()).isNotNull();

		assertThat(this.log.reads).hasValue(0);
		assertThat(this.log.checks).hasValue(1);
		assertThat(this.log.history(ID)).hasSize(7);
	}

	@Test
	void aStateThatWasJustReadIsNotCheckedAgain() {
		started();

		node().carryOut(new ResumeSession(ID, OWNER));

		assertThat(this.log.reads).hasValue(1);
		assertThat(this.log.checks).hasValue(0);
	}

	@Test
	void aRefusalThatNoOtherNodeCanChangeIsNotChecked() {
		started();

		assertRefused(new CompleteSession(ID, STRANGER), ErrorCode.FORBIDDEN);
		assertThat(this.log.checks).hasValue(0);
		assertRefused(new CompleteSession(ID, OWNER), ErrorCode.INVALID_STEP);
		assertThat(this.log.checks).hasValue(1);
	}

	@Test
	void whatAnotherNodeRecordedCountsForDecisionsWithAndWithoutEvents() {
		started();
		node().carryOut(answer(text(Step.VISION)));

		assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> accepted(answer(text(Step.VISION))));
		assertThat(accepted(answer(text(Step.MISSION))).reply().sequence()).isEqualTo(2);

		node().carryOut(new DeleteSession(ID, OWNER));
		assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> accepted(new ResumeSession(ID, OWNER)));
		assertRefused(new ResumeSession(ID, OWNER), ErrorCode.SESSION_NOT_FOUND);
	}

	@Test
	void anIdThatIsTakenIsAConflictAndThenRead() {
		started();

		assertThatExceptionOfType(AggregateStreamCreationException.class).isThrownBy(() -> node().start(START));
		assertRefused(START, ErrorCode.CONFLICT);
	}

	@Test
	void whatNobodyStartedIsUnknown() {
		for (CoachingSessionCommand command : List.of(answer("An answer"), new ResumeSession(ID, OWNER),
				new CompleteSession(ID, OWNER), new DeleteSession(ID, OWNER), new ExpireSession(ID))) {
			assertRefused(command, ErrorCode.SESSION_NOT_FOUND);
		}
		assertThat(this.log.history(ID)).isEmpty();
	}

	@Test
	void afterALostAnswerTheLogTellsWhatHappened() {
		started();

		this.log.loseAnswer(new IllegalStateException("no answer"));
		assertThatThrownBy(() -> this.commands.carryOut(answer(text(Step.VISION)))).hasMessage("no answer");
		assertThat(accepted(answer(text(Step.MISSION))).reply().sequence()).isEqualTo(2);

		this.log.refuse(new IllegalStateException("not taken"));
		assertThatThrownBy(() -> this.commands.carryOut(answer(text(Step.CLIENTELE)))).hasMessage("not taken");
		assertThat(accepted(answer(text(Step.CLIENTELE))).reply().sequence()).isEqualTo(3);
	}

	@Test
	void callersOfOneSessionWaitForOneAnother() throws Exception {
		started();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Outcome>> answers = IntStream.range(0, 40)
				.mapToObj((i) -> (Callable<Outcome>) () -> this.commands
					.carryOut(new SubmitAnswer(ID, OWNER, "0.90 answer " + i, Step.VISION)))
				.toList();

			List<Outcome> outcomes = callers.invokeAll(answers).stream().map(Future::resultNow).toList();

			assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
			assertThat(outcomes).filteredOn(Refused.class::isInstance)
				.hasSize(39)
				.allMatch(refused(ErrorCode.INVALID_STEP)::matches);
		}
		assertThat(this.log.history(ID)).hasSize(2);
	}

	@Test
	void nobodyIsToldOfEventsThatWaitForTheEndOfAUnitOfWork() {
		DefaultUnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("outer"));

		assertThatThrownBy(this::started).isInstanceOf(IllegalStateException.class);

		outer.rollback();
		assertThat(this.log.history(ID)).isEmpty();
	}

	/** A node with a memory of its own. */
	private SessionCommands node() {
		EventStore store = this.log.store();
		return new LocalSessionCommands(new AggregateCaches().sessionCache(), store, new SessionDecider(COACH, TTL, 0),
				new StaleStateCheck(store), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private void started() {
		this.commands.start(START);
	}

	private Accepted accepted(CoachingSessionCommand command) {
		return (Accepted) this.commands.carryOut(command);
	}

	private void assertRefused(CoachingSessionCommand command, ErrorCode code) {
		assertThat(this.commands.carryOut(command)).matches(refused(code)::matches);
	}

}
