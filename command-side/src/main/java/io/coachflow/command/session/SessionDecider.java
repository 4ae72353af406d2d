package io.coachflow.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.coachflow.command.guidance.Coach;
import io.coachflow.command.partner.HelpContext;
import io.coachflow.command.partner.Partner;
import io.coachflow.command.session.Decision.Emit;
import io.coachflow.command.session.Decision.Reject;
import io.coachflow.command.session.Decision.Replay;
import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.command.session.SessionState.RecordedReply;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.Choice;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.AskForHelp;
import io.coachflow.contracts.session.CoachingSessionCommand.Beginning;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DescribeBusiness;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ReviseAnswer;
import io.coachflow.contracts.session.CoachingSessionCommand.StartFromBrief;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Reply;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Decides on commands as a pure function of the session's state, the command and the
 * time.
 */
final class SessionDecider {

	private final SessionCoach coach;

	private final Beginnings beginnings;

	private final Corrections corrections;

	private final Partner partner;

	private final Helping helping;

	private final Answers answers;

	private final TimeToLive timeToLive;

	/**
	 * Creates the decider.
	 * @param timeToLive how long a session lives after its last accepted activity
	 * @param minimumConfidence 0 to 1; a weaker answer gets a clarification question, at
	 * most twice at a step
	 */
	SessionDecider(Coach coach, Duration timeToLive, double minimumConfidence) {
		this.coach = new SessionCoach(coach, minimumConfidence);
		this.timeToLive = new TimeToLive(timeToLive);
		this.beginnings = new Beginnings(this.coach, this.timeToLive);
		this.corrections = new Corrections(this.coach, this.timeToLive);
		this.partner = new Partner(coach);
		this.helping = new Helping(this.partner, this.timeToLive);
		this.answers = new Answers(this.coach, this.helping, this.timeToLive);
	}

	Decision decide(SessionState session, CoachingSessionCommand command, Instant now) {
		return switch (command) {
			case ExpireSession _ -> session.isDue(now) ? new Emit(List.of(expiry(session))) : new Emit(List.of());
			case ByUser asked -> decideFor(asked, session, now);
		};
	}

	/** Whether a review of the answer could have a say. */
	boolean hearsReview(SessionState session, SubmitAnswer command, Instant now) {
		// The only event without an answer is an expiry, which comes with a Reject
		return decide(session, command, now) instanceof Emit && !this.coach.repeats(session, command.answer());
	}

	/** What is known to whoever helps; empty if the session would give no help. */
	Optional<HelpContext> helpFor(SessionState session, AskForHelp command, Instant now) {
		return (decide(session, command, now) instanceof Emit) ? Optional.of(this.helping.context(session, command))
				: Optional.empty();
	}

	/** The openings to click beside a reply. */
	List<Choice> choices(Reply reply) {
		return this.partner.openings(reply.currentStep(), reply.guidance().language())
			.stream()
			.map(Choice::of)
			.toList();
	}

	private Decision decideFor(ByUser command, SessionState session, Instant now) {
		if (session.phase() != Phase.UNBORN && !session.owner().equals(command.requester().userId())) {
			return Reject.because(ErrorCode.FORBIDDEN, "This session belongs to somebody else.");
		}
		Optional<Decision> told = alreadyTold(session, command.requester().idempotency());
		if (told.isPresent()) {
			return told.get();
		}
		if (session.phase() == Phase.DELETED || (session.phase() == Phase.UNBORN && !(command instanceof Beginning))) {
			return Reject.because(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
		}
		if (needsLiveSession(command) && hasExpired(session, now)) {
			return expired(session);
		}
		if (!command.requester().accepts(session.sequence())) {
			return Reject.because(ErrorCode.PRECONDITION_FAILED, sequenceMismatch(session));
		}
		return switch (command) {
			case Beginning _ when session.phase() != Phase.UNBORN ->
				Reject.because(ErrorCode.CONFLICT, "A session of this id exists. Send its id to resume it.");
			case StartSession start -> Emit.of(this.beginnings.started(start, now));
			case StartFromBrief brief -> this.beginnings.fromBrief(session, brief, now);
			case ResumeSession resume -> resume(session, resume, now);
			case SubmitAnswer answer -> this.answers.submit(session, answer, now);
			case ReviseAnswer revision -> this.corrections.revise(session, revision, now);
			case AskForHelp help -> this.helping.help(session, help, now);
			case DescribeBusiness description -> this.corrections.describe(session, description, now);
			case CompleteSession complete -> this.answers.complete(session, complete.requester());
			case DeleteSession _ -> Emit.of(new SessionDeleted(session.sessionId()));
		};
	}

	/** Whether the command is refused for an expired session. */
	private static boolean needsLiveSession(ByUser command) {
		return switch (command) {
			case SubmitAnswer _, ReviseAnswer _, DescribeBusiness _, AskForHelp _, CompleteSession _ -> true;
			case Beginning _, ResumeSession _, DeleteSession _ -> false;
		};
	}

	private static String sequenceMismatch(SessionState session) {
		return ((session.phase() == Phase.UNBORN) ? "There is no session yet that If-Match could name. "
				: "The session is at sequence " + session.sequence() + ", which If-Match does not name. ")
				+ "Read the session and decide again.";
	}

	private Optional<Decision> alreadyTold(SessionState session, @Nullable Idempotency idempotency) {
		RecordedReply recorded = (idempotency != null) ? session.replies().get(idempotency.key()) : null;
		if (idempotency == null || recorded == null) {
			return Optional.empty();
		}
		return Optional.of(recorded.requestHash().equals(idempotency.requestHash()) ? new Replay(recorded.reply())
				: Reject.because(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED));
	}

	/** The steps of a reply about whose answers the coach would have asked back. */
	List<Step> weak(Reply reply) {
		return this.coach.weak(reply);
	}

	private Decision resume(SessionState session, ResumeSession command, Instant now) {
		String language = command.requester().language();
		Guidance guidance = this.coach.guide(session.business().with(command.told()), session.currentStep(), language);
		List<CoachingSessionEvent> events = new ArrayList<>();
		if (session.isDue(now)) {
			events.add(expiry(session));
		}
		if (hasExpired(session, now)) {
			events.add(new SessionResumed(session.sessionId(), guidance, this.timeToLive.from(now)));
		}
		this.corrections.of(session, command.told(), guidance, now).ifPresent(events::add);
		return events.isEmpty() ? new Decision.Reply(session.replyShowing(guidance)) : new Emit(List.copyOf(events));
	}

	private static boolean hasExpired(SessionState session, Instant now) {
		return session.phase() == Phase.EXPIRED || session.isDue(now);
	}

	private static Decision expired(SessionState session) {
		return new Reject((session.phase() == Phase.EXPIRED) ? List.of() : List.of(expiry(session)),
				ErrorCode.SESSION_EXPIRED, CoachingSessions.EXPIRED_SESSION);
	}

	private static SessionExpired expiry(SessionState session) {
		return new SessionExpired(session.sessionId(), Objects.requireNonNull(session.expiresAt()));
	}

}
