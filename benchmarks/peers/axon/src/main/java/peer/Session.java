package peer;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import peer.Messages.CompleteSession;
import peer.Messages.Refused;
import peer.Messages.SessionCompleted;
import peer.Messages.SessionStarted;
import peer.Messages.StartSession;
import peer.Messages.State;
import peer.Messages.StepAnswered;
import peer.Messages.SubmitAnswer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

@Aggregate
class Session {

	@AggregateIdentifier
	private String id;

	private String userId;

	private int answered;

	Session() {
	}

	@CommandHandler
	Session(StartSession command) {
		apply(new SessionStarted(command.sessionId(), command.userId(), command.business()));
	}

	@CommandHandler
	State handle(SubmitAnswer command) {
		own(command.userId());
		refuseIf(this.answered == Peer.STEPS.size() || command.answer().isBlank()
				|| command.answer().length() > 10_000, 400);
		String step = Peer.STEPS.get(this.answered);
		refuseIf(command.step() != null && !command.step().equals(step), 409);
		apply(new StepAnswered(this.id, step, command.answer()));
		if (this.answered == Peer.STEPS.size()) {
			apply(new SessionCompleted(this.id));
		}
		return state();
	}

	@CommandHandler
	State handle(CompleteSession command) {
		own(command.userId());
		refuseIf(this.answered < Peer.STEPS.size(), 400);
		return state();
	}

	/** The first event has the sequence 0, and the completion is one more. */
	private State state() {
		return new State(this.answered, (this.answered == Peer.STEPS.size()) ? this.answered + 1 : this.answered);
	}

	private void own(String user) {
		refuseIf(!this.userId.equals(user), 403);
	}

	private static void refuseIf(boolean condition, int status) {
		if (condition) {
			throw new Refused(status);
		}
	}

	@EventSourcingHandler
	void on(SessionStarted event) {
		this.id = event.sessionId();
		this.userId = event.userId();
	}

	@EventSourcingHandler
	void on(StepAnswered event) {
		this.answered++;
	}

}
