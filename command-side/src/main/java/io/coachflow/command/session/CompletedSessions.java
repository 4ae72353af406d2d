package io.coachflow.command.session;

import java.util.Optional;

import io.coachflow.command.session.SessionState.Phase;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.CoachingSessionCommand.CompleteSession;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.session.Outcome;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.SessionIds;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Finds completed sessions.
 */
@Component
public class CompletedSessions {

	private final EventStore events;

	private final CoachingSessions sessions;

	CompletedSessions(EventStore events, CoachingSessions sessions) {
		this.events = events;
		this.sessions = sessions;
	}

	/**
	 * The session, read from its events; empty unless it is completed and not deleted.
	 */
	public Optional<CompletedSession> find(String sessionId) {
		SessionState session = SessionHistory.read(this.events, sessionId);
		return (session.phase() == Phase.COMPLETED) ? Optional.of(session.completed()) : Optional.empty();
	}

	/**
	 * Requires that the session is completed and belongs to the user.
	 * @throws ApiException as any request for the session, and with
	 * {@link ErrorCode#NOT_FOUND} while steps remain
	 */
	public void require(String sessionId, String userId, String language) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw new ApiException(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
		}
		Outcome outcome = this.sessions.send(new CompleteSession(sessionId, new Requester(userId, language, null)));
		if (outcome instanceof Outcome.Refused(var code, var message)) {
			throw (code == ErrorCode.INVALID_STEP)
					? new ApiException(ErrorCode.NOT_FOUND,
							"There is no package before all five steps are answered. " + message)
					: new ApiException(code, message);
		}
	}

}
