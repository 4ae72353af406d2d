package io.coachflow.console.coach;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.console.coach.SessionLog.AskedBack;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * A session as its page shows it.
 *
 * @param currentStep the step to answer next, or {@code completed}
 * @param turns the answered steps, in their order
 * @param askedBack what the coach asked back at the current step so far
 * @param sequence the sequence of the session's last event
 * @param expiresAt null once the session is completed
 */
record Conversation(String sessionId, SessionStatus status, String currentStep, Progress progress, Business business,
		List<Turn> turns, List<AskedBack> askedBack, CoachWords coach, long sequence, @Nullable Instant expiresAt) {

	Conversation {
		turns = List.copyOf(turns);
		askedBack = List.copyOf(askedBack);
	}

	/**
	 * Puts together what the page shows.
	 * @param resumed the session's guidance in the user's language, with something to
	 * click; null if the session takes no answer
	 * @param language the user's language
	 */
	static Conversation of(SessionResponse session, SessionLog log, @Nullable CoachingResponse resumed,
			String language) {
		List<AskedBack> askedBack = log.askedBack(session.currentStep());
		boolean askingBack = !askedBack.isEmpty() && askedBack.getLast().question().equals(session.coachMessage());
		String spoken = (log.language() != null) ? log.language() : language;
		CoachWords last = CoachWords.last(session, spoken, askingBack);
		return new Conversation(session.sessionId(), session.status(), session.currentStep(),
				Progress.of(session.progress(), session.currentStep()), session.business(), turns(session, log),
				askedBack, (resumed != null) ? inLanguage(last, resumed, language) : last, session.sequence(),
				session.expiresAt());
	}

	/** A question that was asked back is said once, in the language of its answer. */
	private static CoachWords inLanguage(CoachWords last, CoachingResponse resumed, String language) {
		return (last.askingBack() || last.language().equals(language)) ? last.with(resumed.choices())
				: CoachWords.of(resumed, language);
	}

	private static List<Turn> turns(SessionResponse session, SessionLog log) {
		return session.answers().entrySet().stream().map((answered) -> turn(answered, session, log)).toList();
	}

	private static Turn turn(Map.Entry<String, String> answered, SessionResponse session, SessionLog log) {
		String step = answered.getKey();
		Optional<SessionLog.AcceptedAnswer> accepted = log.accepted(step);
		Rating rating = accepted.map(SessionLog.AcceptedAnswer::rating)
			.orElseGet(() -> Rating.of(session.confidenceScores().getOrDefault(step, 0.0)));
		return new Turn(step, answered.getValue(), rating, log.askedBack(step),
				accepted.map(SessionLog.AcceptedAnswer::origin).orElse(""),
				accepted.map(SessionLog.AcceptedAnswer::revised).orElse(false));
	}

	/** Whether the session takes an answer to its current step. */
	public boolean live() {
		return this.status == SessionStatus.INITIALIZED || this.status == SessionStatus.IN_PROGRESS;
	}

	public boolean completed() {
		return this.status == SessionStatus.COMPLETED;
	}

	public boolean expired() {
		return this.status == SessionStatus.EXPIRED;
	}

	/** The answered step of that name. */
	Optional<Turn> turn(String step) {
		return this.turns.stream().filter((turn) -> turn.step().equals(step)).findFirst();
	}

	/** The key of the current step's name. */
	public String stepKey() {
		return "coach.step." + this.currentStep;
	}

	public String statusKey() {
		return SessionCard.statusKey(this.status);
	}

	/** The number of the current step, from 1; 0 if none is left. */
	public int stepNumber() {
		return this.progress.marks()
			.stream()
			.filter((mark) -> mark.step().equals(this.currentStep))
			.mapToInt(Progress.Mark::number)
			.findFirst()
			.orElse(0);
	}

}
