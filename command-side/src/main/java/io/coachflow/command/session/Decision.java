package io.coachflow.command.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Outcome;

/**
 * The decision on a command.
 */
sealed interface Decision {

	/**
	 * Refusals that no later event changes: a session keeps its owner and its keys, and
	 * its deletion is final.
	 */
	Set<ErrorCode> FINAL = EnumSet.of(ErrorCode.FORBIDDEN, ErrorCode.IDEMPOTENCY_KEY_REUSED,
			ErrorCode.SESSION_NOT_FOUND);

	/** The events to record; may be empty. */
	List<CoachingSessionEvent> events();

	/**
	 * Whether the decision is safe on the stale state of a session that was started:
	 * events then cause a version conflict, and what was recorded does not change.
	 */
	default boolean isCertain() {
		return switch (this) {
			case Emit(var events) -> !events.isEmpty();
			case Reject(var events, var code, var _) -> !events.isEmpty() || FINAL.contains(code);
			case Replay _ -> true;
			case Reply _ -> false;
		};
	}

	/**
	 * What the caller is told.
	 * @param session the session after the events
	 */
	default Outcome outcome(CoachingSessionCommand command, SessionState session) {
		return switch (this) {
			case Emit _ -> new Outcome.Accepted(session.reply(), false, true);
			case Reply(var reply) -> new Outcome.Accepted(reply, false, false,
					(command instanceof CompleteSession) ? session.completed() : null);
			case Replay(var reply) -> new Outcome.Accepted(reply, true, true);
			case Reject(var _, var code, var message) -> new Outcome.Refused(code, message);
		};
	}

	/** Emits events; the reply is the state after them. */
	record Emit(List<CoachingSessionEvent> events) implements Decision {

		static Emit of(CoachingSessionEvent... events) {
			return new Emit(List.of(events));
		}

	}

	/** Replies without an event. */
	record Reply(io.coachflow.contracts.session.Reply reply) implements Decision {

		@Override
		public List<CoachingSessionEvent> events() {
			return List.of();
		}

	}

	/** Repeats the recorded reply of the same request. */
	record Replay(io.coachflow.contracts.session.Reply reply) implements Decision {

		@Override
		public List<CoachingSessionEvent> events() {
			return List.of();
		}

	}

	/** Refuses the command; an expiry that was found is recorded all the same. */
	record Reject(List<CoachingSessionEvent> events, ErrorCode code, String message) implements Decision {

		static Reject because(ErrorCode code, String message) {
			return new Reject(List.of(), code, message);
		}

	}

}
