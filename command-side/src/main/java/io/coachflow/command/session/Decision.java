package io.coachflow.command.session;

import java.util.List;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.Reply;

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
			case Happens(var events) -> !events.isEmpty();
			case Refuses refusal -> !refusal.events().isEmpty();
			case Repeats _ -> true;
			case Tells _ -> false;
		};
	}

	/** Something happens; the reply is the state after it. */
	record Happens(List<CoachingSessionEvent> events) implements Decision {

		static Happens of(CoachingSessionEvent... events) {
			return new Happens(List.of(events));
		}

	}

	/** Nothing happens, and there is something to tell. */
	record Tells(Reply reply) implements Decision {
	}

	/** The request came before; what it was told stands. */
	record Repeats(Reply reply) implements Decision {
	}

	/** The answer is no; an expiry found on the way is recorded all the same. */
	record Refuses(List<CoachingSessionEvent> events, ErrorCode code, String message) implements Decision {

		static Refuses because(ErrorCode code, String message) {
			return new Refuses(List.of(), code, message);
		}

	}

}
