package io.coachflow.command.session;

import io.coachflow.command.memory.AggregateCache;
import org.springframework.stereotype.Component;

/**
 * The cache of session aggregates.
 */
@Component(SessionMemory.NAME)
class SessionMemory extends AggregateCache {

	static final String NAME = "sessionMemory";

	/** At most some tens of kilobytes each. */
	private static final int MAX_SESSIONS = 2_000;

	SessionMemory() {
		super(MAX_SESSIONS);
	}

}
