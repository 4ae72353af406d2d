package io.coachflow.command.session;

import io.coachflow.command.memory.AggregateCache;
import org.springframework.stereotype.Component;

/**
 * The sessions at work.
 */
@Component(SessionMemory.NAME)
class SessionMemory extends AggregateCache {

	static final String NAME = "sessionMemory";

	/** Some tens of kilobytes each at most. */
	private static final int MAX_SESSIONS = 2_000;

	SessionMemory() {
		super(MAX_SESSIONS);
	}

}
