package io.coachflow.command.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.coachflow.command.session.Decision.Emit;
import io.coachflow.command.session.Decision.Reject;
import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionCommand.DescribeBusiness;
import io.coachflow.contracts.session.CoachingSessionCommand.ReviseAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.Told;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.BusinessDescribed;
import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.Guidance;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what is corrected later: answers, and facts about the business. The step to
 * be answered next stays, and so does a completion. What changes nothing emits nothing.
 */
final class Corrections {

	private final SessionCoach coach;

	private final TimeToLive timeToLive;

	Corrections(SessionCoach coach, TimeToLive timeToLive) {
		this.coach = coach;
		this.timeToLive = timeToLive;
	}

	/**
	 * Takes another answer to a step that was answered, however weak: nobody is asked
	 * back about a correction.
	 */
	Decision revise(SessionState session, ReviseAnswer command, Instant now) {
		String before = session.answers().get(command.step());
		if (before == null) {
			return Reject.because(ErrorCode.INVALID_STEP, "The step " + command.step().id()
					+ " has no answer yet. Send its first one to POST /api/v1/coaching/step.");
		}
		return before.equals(command.answer()) ? unchanged(session)
				: Emit.of(new AnswerRevised(session.sessionId(), command.step(), command.answer(),
						this.coach.score(session, command.step(), command.answer()), renewed(session, now)));
	}

	Decision describe(SessionState session, DescribeBusiness command, Instant now) {
		Guidance guidance = this.coach.guide(session.business().with(command.told()), session.currentStep(),
				command.requester().language());
		return of(session, command.told(), guidance, now).<Decision>map(Emit::of).orElseGet(() -> unchanged(session));
	}

	/**
	 * The event by which the business is known as it is told; empty if that is known.
	 * @param guidance for the business as it is told
	 */
	Optional<CoachingSessionEvent> of(SessionState session, List<Told> told, Guidance guidance, Instant now) {
		Business business = session.business().with(told);
		List<Fact> changed = business.differences(session.business());
		return changed.isEmpty() ? Optional.empty() : Optional
			.of(new BusinessDescribed(session.sessionId(), business, changed, guidance, renewed(session, now)));
	}

	private static Decision unchanged(SessionState session) {
		return new Decision.Reply(session.replyShowing(Objects.requireNonNull(session.guidance())));
	}

	private @Nullable Instant renewed(SessionState session, Instant now) {
		return (session.phase() == Phase.COMPLETED) ? null : this.timeToLive.from(now);
	}

}
