package io.coachflow.query.session;

import java.time.Clock;
import java.util.Optional;

import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.query.view.ViewReader;
import org.springframework.stereotype.Component;

/**
 * Sessions as of their last committed event, for lists that are behind.
 */
@Component
public class CurrentSessions {

	private final ViewReader<SessionView> views;

	private final Clock clock;

	CurrentSessions(ViewReader<SessionView> views, Clock clock) {
		this.views = views;
		this.clock = clock;
	}

	/**
	 * The session's line in the list of its owner.
	 * @return empty where the session is unknown, deleted or somebody else's
	 * @throws RuntimeException if the log is away
	 */
	public Optional<SessionSummary> summary(String sessionId, String owner) {
		return this.views.find(sessionId)
			.filter((view) -> view.owner().equals(owner) && !view.deleted())
			.map((view) -> view.summary(this.clock.instant()));
	}

}
