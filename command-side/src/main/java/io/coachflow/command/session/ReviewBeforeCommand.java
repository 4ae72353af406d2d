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
 * Has an answer reviewed before its command is sent, outside any unit of work, and only
 * if the session would accept it: no tokens are spent on refused or repeated requests,
 * nor on an answer that equals the one before it.
 */
@Component
class ReviewBeforeCommand {

	private final Optional<AnswerReviewer> reviewer;

	private final EventStore events;

	private final SessionDecider decider;

	private final Clock clock;

	ReviewBeforeCommand(ObjectProvider<AnswerReviewer> reviewer, EventStore events, SessionDecider decider,
			Clock clock) {
		this.reviewer = Optional.ofNullable(reviewer.getIfAvailable());
		this.events = events;
		this.decider = decider;
		this.clock = clock;
	}

	/** The command, with a review if there is one in time. */
	SubmitAnswer on(SubmitAnswer command) {
		return this.reviewer.flatMap((asked) -> asked.review(() -> request(command)))
			.map(command::with)
			.orElse(command);
	}

	private Optional<ReviewRequest> request(SubmitAnswer command) {
		SessionState session = SessionHistory.read(this.events, command.sessionId());
		Optional<Step> step = session.currentStep();
		return this.decider.hearsReview(session, command, this.clock.instant())
				? step.map((current) -> new ReviewRequest(session.sessionId(), session.sequence(), current,
						command.answer(), session.answers(), session.business(), command.requester().language()))
				: Optional.empty();
	}

}
