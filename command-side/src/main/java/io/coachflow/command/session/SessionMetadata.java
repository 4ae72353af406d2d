package io.coachflow.command.session;

import java.util.HashMap;
import java.util.Map;

import io.coachflow.contracts.session.CoachingSessionCommand;
import io.coachflow.contracts.session.CoachingSessionCommand.ByUser;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionExpired;
import io.coachflow.contracts.session.EventMetadata;
import io.coachflow.contracts.session.Requester;
import io.coachflow.contracts.session.Requester.Idempotency;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a session's events: who caused them, in which language, by which
 * request.
 */
final class SessionMetadata {

	private SessionMetadata() {
	}

	/** The metadata of an event that the command causes. */
	static MetaData of(CoachingSessionEvent event, CoachingSessionCommand command) {
		// An expiry is caused by time, not by the user whose command finds it
		if (event instanceof SessionExpired || !(command instanceof ByUser asked)) {
			return MetaData.emptyInstance();
		}
		Requester requester = asked.requester();
		Map<String, Object> metadata = new HashMap<>();
		metadata.put(EventMetadata.USER, requester.userId());
		metadata.put(EventMetadata.LANGUAGE, requester.language());
		if (requester.idempotency() != null) {
			metadata.put(EventMetadata.IDEMPOTENCY_KEY, requester.idempotency().key());
			metadata.put(EventMetadata.REQUEST_HASH, requester.idempotency().requestHash());
		}
		return MetaData.from(metadata);
	}

	/** The idempotency key of the request behind an event; null if it had none. */
	static @Nullable Idempotency idempotency(MetaData metadata) {
		return (metadata.get(EventMetadata.IDEMPOTENCY_KEY) instanceof String key
				&& metadata.get(EventMetadata.REQUEST_HASH) instanceof String hash) ? new Idempotency(key, hash) : null;
	}

}
