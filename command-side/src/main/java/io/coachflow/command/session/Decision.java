package io.coachflow.command.session;

import java.util.List;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionEvent;

/**
 * What a session makes of a command.
 */
sealed interface Decision {

	/**
	 * Whether the decision holds even where the session has gone on meanwhile: its events
	 * then meet a taken sequence, and what was told stays told.
	 */
	default boolean isCertain() {
		return switch (this) {
			case Emit(var events) -> !events.isEmpty();
			case Reject refusal -> !refusal.events().isEmpty();
			case Replay _ -> true;
			case Reply _ -> false;
		};
	}

	/** Something happens; the reply is the state after it. */
	record Emit(List<CoachingSessionEvent> events) implements Decision {

		static Emit of(CoachingSessionEvent... events) {
			return new Emit(List.of(events));
		}

	}

	/** Nothing happens, and there is something to tell. */
	record Reply(io.coachflow.contracts.session.Reply reply) implements Decision {
	}

	/** The request came before; what it was told stands. */
	record Replay(io.coachflow.contracts.session.Reply reply) implements Decision {
	}

	/** The answer is no; an expiry found on the way is recorded all the same. */
	record Reject(List<CoachingSessionEvent> events, ErrorCode code, String message) implements Decision {

		static Reject because(ErrorCode code, String message) {
			return new Reject(List.of(), code, message);
		}

	}

}
