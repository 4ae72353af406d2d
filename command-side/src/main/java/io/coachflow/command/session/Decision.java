package io.coachflow.command.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CoachingSessionCommand.StartFromBrief;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Outcome;
import org.jspecify.annotations.Nullable;

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
			case Emit _ ->
				new Outcome.Accepted(session.reply(), false, isWholeReply(command), completed(command, session));
			case Reply(var reply) -> new Outcome.Accepted(reply, false, false, completed(command, session));
			case Replay(var reply) -> new Outcome.Accepted(reply, true, isWholeReply(command),
					(command instanceof StartFromBrief) ? completed(command, session) : null);
			case Reject(var _, var code, var message) -> new Outcome.Refused(code, message);
		};
	}

	/** Whether the session's events hold all that the caller is told. */
	private static boolean isWholeReply(CoachingSessionCommand command) {
		return !(command instanceof StartFromBrief);
	}

	/** What a completion is told of; null also if the session was deleted since. */
	private static @Nullable CompletedSession completed(CoachingSessionCommand command, SessionState session) {
		boolean wanted = command instanceof CompleteSession || command instanceof StartFromBrief;
		return (wanted && session.phase() == Phase.COMPLETED) ? session.completed() : null;
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
