package io.coachflow.command.session;

import java.time.Clock;
import java.util.Optional;

import io.coachflow.command.guidance.AnswerReviewer;
import io.coachflow.command.guidance.ReviewRequest;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.Step;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks for advice on an answer before it is sent, outside any unit of work, and only
 * where the session would take the answer: nothing is spent on what will be refused or
 * was told before.
 */
@Component
class ReviewBeforeCommand {

	private final Optional<AnswerReviewer> adviser;

	private final EventStore events;

	private final SessionDecider decider;

	private final Clock clock;

	ReviewBeforeCommand(ObjectProvider<AnswerReviewer> adviser, EventStore events, SessionDecider decider,
			Clock clock) {
		this.adviser = Optional.ofNullable(adviser.getIfAvailable());
		this.events = events;
		this.decider = decider;
		this.clock = clock;
	}

	/** The command, with advice where there is some in time. */
	SubmitAnswer on(SubmitAnswer command) {
		return this.adviser.flatMap((asked) -> asked.advise(() -> situation(command)))
			.map(command::with)
			.orElse(command);
	}

	private Optional<ReviewRequest> situation(SubmitAnswer command) {
		SessionState session = SessionHistory.read(this.events, command.sessionId());
		Decision decision = this.decider.decide(session, command, this.clock.instant());
		Optional<Step> step = session.currentStep();
		// Any event but an expiry's, which comes with a refusal
		return (decision instanceof Decision.Emit)
				? step.map((current) -> new ReviewRequest(session.sessionId(), session.sequence(), current,
						command.answer(), session.answers(), session.business(), command.requester().language()))
				: Optional.empty();
	}

}
