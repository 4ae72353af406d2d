package io.coachflow.command.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.command.guidance.Coach;
import io.coachflow.command.session.Decision.Emit;
import io.coachflow.command.session.Decision.Reject;
import io.coachflow.command.session.Decision.Replay;
import io.coachflow.command.session.Decision.Reply;
import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.command.session.SessionState.RecordedReply;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Review;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.DeleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.CoachingSessionCommand.ResumeSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartSession;
import io.coachflow.contracts.session.CoachingSessionCommand.SubmitAnswer;
import io.coachflow.contracts.session.CoachingSessionEvent.ClarificationRequested;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionResumed;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.CoachingSessionEvent.StepAnswered;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Requester.Idempotency;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Every decision about a session, as a function of its state, the command and the time.
 */
final class SessionDecider {

	private final Coach coach;

	private final Duration timeToLive;

	private final double minimumConfidence;

	/**
	 * Creates the decider.
	 * @param timeToLive how long a session lives after its last accepted activity
	 * @param minimumConfidence 0 to 1; a weaker answer gets a question back
	 */
	SessionDecider(Coach coach, Duration timeToLive, double minimumConfidence) {
		this.coach = coach;
		this.timeToLive = timeToLive;
		this.minimumConfidence = minimumConfidence;
	}

	Decision decide(SessionState session, CoachingSessionCommand command, Instant now) {
		return switch (command) {
			case ExpireSession _ -> session.isDue(now) ? new Emit(List.of(expiry(session))) : new Emit(List.of());
			case ByUser asked -> decideFor(asked, session, now);
		};
	}

	private Decision decideFor(ByUser command, SessionState session, Instant now) {
		if (session.phase() != Phase.UNBORN && !session.owner().equals(command.requester().userId())) {
			return Reject.because(ErrorCode.FORBIDDEN, "This session belongs to somebody else.");
		}
		Optional<Decision> told = alreadyTold(session, command.requester().idempotency());
		if (told.isPresent()) {
			return told.get();
		}
		if (session.phase() == Phase.DELETED
				|| (session.phase() == Phase.UNBORN && !(command instanceof StartSession))) {
			return unknown();
		}
		if (needsLife(command) && hasExpired(session, now)) {
			return expired(session);
		}
		if (!command.requester().accepts(session.sequence())) {
			return Reject.because(ErrorCode.PRECONDITION_FAILED, seen(session));
		}
		return switch (command) {
			case StartSession start -> start(session, start, now);
			case ResumeSession resume -> resume(session, resume.requester(), now);
			case SubmitAnswer answer -> answer(session, answer, now);
			case CompleteSession complete -> complete(session, complete.requester());
			case DeleteSession _ -> Emit.of(new SessionDeleted(session.sessionId()));
		};
	}

	/** Whether an expired session has to be revived first. */
	private static boolean needsLife(ByUser command) {
		return switch (command) {
			case SubmitAnswer _, CompleteSession _ -> true;
			case StartSession _, ResumeSession _, DeleteSession _ -> false;
		};
	}

	private static String seen(SessionState session) {
		return ((session.phase() == Phase.UNBORN) ? "There is no session yet that If-Match could name. "
				: "The session is at sequence " + session.sequence() + ", which If-Match does not name. ")
				+ "Read the session and decide again.";
	}

	private Optional<Decision> alreadyTold(SessionState session, @Nullable Idempotency idempotency) {
		RecordedReply told = (idempotency != null) ? session.told().get(idempotency.key()) : null;
		if (idempotency == null || told == null) {
			return Optional.empty();
		}
		return Optional.of(told.requestHash().equals(idempotency.requestHash()) ? new Replay(told.reply())
				: Reject.because(ErrorCode.IDEMPOTENCY_KEY_REUSED, Idempotency.REUSED));
	}

	private Decision start(SessionState session, StartSession command, Instant now) {
		if (session.phase() != Phase.UNBORN) {
			return Reject.because(ErrorCode.CONFLICT, "A session of this id exists. Send its id to resume it.");
		}
		Requester requester = command.requester();
		return Emit.of(new SessionStarted(command.sessionId(), requester.userId(), command.business(),
				this.coach.guide(Step.VISION, command.business().sector(), requester.language()), expiryFrom(now)));
	}

	private Decision resume(SessionState session, Requester requester, Instant now) {
		Guidance guidance = guidanceFor(session, session.currentStep(), requester.language());
		if (!hasExpired(session, now)) {
			return new Decision.Reply(session.replyShowing(guidance));
		}
		SessionResumed resumed = new SessionResumed(session.sessionId(), guidance, expiryFrom(now));
		return session.isDue(now) ? Emit.of(expiry(session), resumed) : Emit.of(resumed);
	}

	private Decision answer(SessionState session, SubmitAnswer command, Instant now) {
		if (session.phase() == Phase.COMPLETED) {
			return Reject.because(ErrorCode.INVALID_STEP,
					"All five steps are answered. Start a new session for other answers.");
		}
		Step step = session.currentStep().orElseThrow();
		if (command.step() != null && command.step() != step) {
			return Reject.because(ErrorCode.INVALID_STEP, "The session is at the step " + step.id() + ", not at "
					+ command.step().id() + ". Answer " + step.id() + " next.");
		}
		Optional<Review> advice = Optional.ofNullable(command.advice())
			.filter((given) -> given.step() == step && given.sequence() == session.sequence());
		Confidence counted = this.coach.assess(step, command.answer(), session.answers().values());
		// By itself a model asks back once at a step, so that nobody is held for ever
		double floor = session.askedBack() ? this.minimumConfidence : 0;
		Confidence confidence = advice.map((given) -> counted.judged(given.score(), floor)).orElse(counted);
		String reformulation = advice.map(Review::reformulation).orElse(null);
		String language = command.requester().language();
		if (confidence.score() < this.minimumConfidence) {
			Guidance question = inWordsOf(advice, Review::clarification,
					this.coach.clarify(step, confidence, session.business().sector(), language));
			return Emit.of(new ClarificationRequested(session.sessionId(), step, command.answer(), confidence, question,
					expiryFrom(now), reformulation));
		}
		Guidance next = inWordsOf(advice, Review::message, guidanceFor(session, step.next(), language));
		StepAnswered answered = new StepAnswered(session.sessionId(), step, command.answer(), confidence, next,
				expiryFrom(now), reformulation);
		return step.next().isPresent() ? Emit.of(answered)
				: Emit.of(answered, new SessionCompleted(session.sessionId(), mean(session, confidence)));
	}

	/** The model's words where it has some, else the script's. */
	private static Guidance inWordsOf(Optional<Review> advice, Function<Review, @Nullable String> words,
			Guidance scripted) {
		if (advice.isEmpty()) {
			return scripted;
		}
		String message = words.apply(advice.get());
		if (message == null) {
			return scripted;
		}
		// The questions are on the next step, so neither for one asked back nor for none
		List<String> questions = advice.get().questions();
		boolean onNext = advice.get().step().next().equals(Optional.ofNullable(scripted.step()));
		return scripted.inWordsOf(advice.get(), message,
				(onNext && scripted.step() != null && !questions.isEmpty()) ? questions : scripted.questions());
	}

	private Decision complete(SessionState session, Requester requester) {
		if (session.phase() != Phase.COMPLETED) {
			String missing = Arrays.stream(Step.values())
				.filter((step) -> !session.answers().containsKey(step))
				.map(Step::id)
				.collect(Collectors.joining(", "));
			return Reject.because(ErrorCode.INVALID_STEP,
					"These steps still need an answer: " + missing + ". Send them to POST /api/v1/coaching/step.");
		}
		Guidance closing = this.coach.close(session.business().sector(), requester.language());
		return new Decision.Reply(session.reply(closing, mean(session.confidence().values().stream().toList()), true));
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

	private static Decision unknown() {
		return Reject.because(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
	}

	private Guidance guidanceFor(SessionState session, Optional<Step> step, String language) {
		String sector = session.business().sector();
		return step.map((next) -> this.coach.guide(next, sector, language))
			.orElseGet(() -> this.coach.close(sector, language));
	}

	/** Milliseconds, since that is what clients and Redis can express. */
	private Instant expiryFrom(Instant now) {
		return now.plus(this.timeToLive).truncatedTo(ChronoUnit.MILLIS);
	}

	private static double mean(SessionState session, Confidence last) {
		return mean(Stream.concat(session.confidence().values().stream(), Stream.of(last.score())).toList());
	}

	private static double mean(List<Double> scores) {
		double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
		return BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP).doubleValue();
	}

}
