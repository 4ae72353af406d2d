package io.coachflow.command.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.coachflow.command.partner.HelpContext;
import io.coachflow.command.partner.Partner;
import io.coachflow.command.session.Decision.Emit;
import io.coachflow.command.session.Decision.Reject;
import io.coachflow.command.session.GivenHelp.At;
import io.coachflow.command.session.GivenHelp.Round;
import io.coachflow.command.session.GivenHelp.Taken;
import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.AnswerOrigin;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Decides on help for people who are stuck, and says which answers came of it.
 */
final class Helping {

	static final String UNKNOWN_OFFER = "offered_id names nothing that was offered in this session, or only long ago: leave it out, or send the id of a choice, a proposal or a reformulation.";

	private final Partner partner;

	private final TimeToLive timeToLive;

	Helping(Partner partner, TimeToLive timeToLive) {
		this.partner = partner;
		this.timeToLive = timeToLive;
	}

	Decision help(SessionState session, AskForHelp command, Instant now) {
		Step step = stepOf(session, command.step());
		if (session.currentStep().filter((current) -> current == step).isEmpty()
				&& !session.answers().containsKey(step)) {
			return Reject.because(ErrorCode.INVALID_STEP, "The step " + step.id()
					+ " comes later. Ask for help with the current step or with an answered one.");
		}
		return Emit.of(this.partner.help(context(session, command), command.draft(),
				(session.phase() == Phase.COMPLETED) ? null : this.timeToLive.from(now)));
	}

	/** What is known to whoever helps. */
	HelpContext context(SessionState session, AskForHelp command) {
		Step step = stepOf(session, command.step());
		Round round = session.help().round(new At(command.kind(), step));
		return new HelpContext(session.sessionId(), session.sequence(), command.kind(), step, command.asked(),
				session.business(), session.answers(), command.requester().language(), round.times(),
				round.questions());
	}

	/** Whether the answer names an offer that is not known. */
	boolean namesNothing(SessionState session, SubmitAnswer command) {
		return command.offeredId() != null && session.help().offer(command.offeredId()).isEmpty()
				&& this.partner.keptOfOpening(command.offeredId(), command.answer()).isEmpty();
	}

	/** The same answer with the offer that it came from. */
	StepAnswered withOrigin(StepAnswered answered, SessionState session, @Nullable String offeredId) {
		if (offeredId == null) {
			return answered;
		}
		Optional<Taken> taken = session.help().offer(offeredId);
		return taken.isPresent()
				? answered.from(taken.get().origin(), offeredId, Partner.kept(taken.get().text(), answered.answer()))
				: answered.from(AnswerOrigin.CHOICE, offeredId,
						this.partner.keptOfOpening(offeredId, answered.answer()).orElseThrow());
	}

	/** The step that is meant: without a word the current one, or else the weakest. */
	private static Step stepOf(SessionState session, @Nullable Step named) {
		return Optional.ofNullable(named)
			.or(session::currentStep)
			.orElseGet(() -> session.confidence()
				.entrySet()
				.stream()
				.min(Map.Entry.<Step, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
				.map(Map.Entry::getKey)
				.orElseThrow());
	}

}
