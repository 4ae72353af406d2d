package io.coachflow.command.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.coachflow.contracts.node.Stopping;
import io.coachflow.contracts.session.CoachingSessionCommand.ExpireSession;
import io.coachflow.contracts.session.FindDueSessions;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records the expiry of idle sessions. The session decides by the same rule as for a late
 * answer, so several nodes may sweep at the same time.
 */
@Component
class ExpirySweeper {

	private static final Logger logger = LoggerFactory.getLogger(ExpirySweeper.class);

	private static final int BATCH = 500;

	private final QueryGateway queries;

	private final CoachingSessions sessions;

	private final Clock clock;

	private final Stopping stopping;

	ExpirySweeper(QueryGateway queries, CoachingSessions sessions, Clock clock, Stopping stopping) {
		this.queries = queries;
		this.sessions = sessions;
		this.clock = clock;
		this.stopping = stopping;
	}

	@Scheduled(fixedDelayString = "${coachflow.session.expiry-sweep}",
			initialDelayString = "${coachflow.session.expiry-sweep}")
	void sweep() throws InterruptedException {
		Instant now = this.clock.instant();
		try {
			List<String> due = due(now, "");
			while (!due.isEmpty()) {
				for (String session : due) {
					if (this.stopping.isStopping()) {
						return;
					}
					expire(session);
				}
				due = due(now, due.getLast());
			}
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			logger.warn("Expired sessions could not be found, the next sweep tries again: {}", ex.toString());
		}
	}

	/** A failure for one session must not stop the sweep. */
	private void expire(String sessionId) {
		try {
			this.sessions.send(new ExpireSession(sessionId));
		}
		catch (RuntimeException ex) {
			logger.warn("The expiry of session {} could not be recorded, the next sweep tries again: {}", sessionId,
					ex.toString());
		}
	}

	private List<String> due(Instant now, String after)
			throws InterruptedException, ExecutionException, TimeoutException {
		return this.queries
			.query(new FindDueSessions(now, after, BATCH), ResponseTypes.multipleInstancesOf(String.class))
			.get(10, TimeUnit.SECONDS);
	}

}
