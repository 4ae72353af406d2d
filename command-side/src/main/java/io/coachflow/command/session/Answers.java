package io.coachflow.command.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.command.session.Decision.Emit;
import io.coachflow.command.session.Decision.Reject;
import io.coachflow.command.session.SessionCoach.Assessment;
import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Step;

/**
 * Decides on answers to the current step, which are accepted or asked back, and on the
 * completion that follows the last one.
 */
final class Answers {

	private final SessionCoach coach;

	private final Helping helping;

	private final TimeToLive timeToLive;

	Answers(SessionCoach coach, Helping helping, TimeToLive timeToLive) {
		this.coach = coach;
		this.helping = helping;
		this.timeToLive = timeToLive;
	}

	Decision submit(SessionState session, SubmitAnswer command, Instant now) {
		if (session.phase() == Phase.COMPLETED) {
			return Reject.because(ErrorCode.INVALID_STEP,
					"All five steps are answered. Start a new session for other answers.");
		}
		Step step = session.currentStep().orElseThrow();
		if (command.step() != null && command.step() != step) {
			return Reject.because(ErrorCode.INVALID_STEP, "The session is at the step " + step.id() + ", not at "
					+ command.step().id() + ". Answer " + step.id() + " next.");
		}
		if (this.helping.namesNothing(session, command)) {
			return Reject.because(ErrorCode.INVALID_REQUEST, Helping.UNKNOWN_OFFER);
		}
		Assessment assessed = this.coach.assess(session, step, command);
		Confidence confidence = assessed.confidence();
		if (!assessed.accepted()) {
			return Emit.of(new ClarificationRequested(session.sessionId(), step, command.answer(), confidence,
					assessed.guidance(), this.timeToLive.from(now), assessed.reformulation()));
		}
		StepAnswered answered = this.helping.withOrigin(new StepAnswered(session.sessionId(), step, command.answer(),
				confidence, assessed.guidance(), this.timeToLive.from(now), assessed.reformulation()), session,
				command.offeredId());
		return step.next().isPresent() ? Emit.of(answered) : Emit.of(answered,
				new SessionCompleted(session.sessionId(), Confidence.mean(scores(session, confidence))));
	}

	Decision complete(SessionState session, Requester requester) {
		if (session.phase() != Phase.COMPLETED) {
			String missing = Arrays.stream(Step.values())
				.filter((step) -> !session.answers().containsKey(step))
				.map(Step::id)
				.collect(Collectors.joining(", "));
			return Reject.because(ErrorCode.INVALID_STEP,
					"These steps still need an answer: " + missing + ". Send them to POST /api/v1/coaching/step.");
		}
		Guidance closing = this.coach.guide(session.business(), Optional.empty(), requester.language());
		return new Decision.Reply(session.reply(closing, Confidence.mean(session.confidence().values()), true));
	}

	private static List<Double> scores(SessionState session, Confidence last) {
		return Stream.concat(session.confidence().values().stream(), Stream.of(last.score())).toList();
	}

}
