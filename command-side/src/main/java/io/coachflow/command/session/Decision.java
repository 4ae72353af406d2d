package io.coachflow.command.session;

import java.util.List;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionEvent;

/**
 * The decision on a command.
 */
sealed interface Decision {

	/**
	 * Whether the decision is safe on a stale state: events then cause a version
	 * conflict, and a recorded reply does not change.
	 */
	default boolean isCertain() {
		return switch (this) {
			case Emit(var events) -> !events.isEmpty();
			case Reject refusal -> !refusal.events().isEmpty();
			case Replay _ -> true;
			case Reply _ -> false;
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
	}

	/** Repeats the recorded reply of the same request. */
	record Replay(io.coachflow.contracts.session.Reply reply) implements Decision {
	}

	/** Refuses the command; an expiry that was found is recorded all the same. */
	record Reject(List<CoachingSessionEvent> events, ErrorCode code, String message) implements Decision {

		static Reject because(ErrorCode code, String message) {
			return new Reject(List.of(), code, message);
		}

	}

}
