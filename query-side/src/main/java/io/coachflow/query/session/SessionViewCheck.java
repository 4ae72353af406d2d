package io.coachflow.query.session;

import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.query.projection.BySlot;
import io.coachflow.query.selfaudit.ReadModelCheck;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewLog;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

/** Redis may lack a view, but must not have a different one. */
@Component
class SessionViewCheck implements ReadModelCheck {

	private final BySlot<ViewCache<SessionView>> caches;

	private final ViewLog<CoachingSessionEvent, SessionView> log;

	SessionViewCheck(BySlot<ViewCache<SessionView>> caches, ViewLog<CoachingSessionEvent, SessionView> log) {
		this.caches = caches;
		this.log = log;
	}

	@Override
	public String readModel() {
		return SessionViewConfiguration.READ_MODEL;
	}

	@Override
	public List<String> differences(DomainEventMessage<?> event) {
		if (!(event.getPayload() instanceof CoachingSessionEvent payload)) {
			return List.of();
		}
		Optional<SessionView> cached = this.caches.live().find(payload.sessionId());
		if (cached.isEmpty()) {
			return List.of();
		}
		Optional<SessionView> folded = this.log.fold(payload.sessionId());
		boolean comparable = folded.isPresent() && folded.get().sequence() == cached.get().sequence();
		return (comparable && !folded.get().equals(cached.get())) ? List.of("view") : List.of();
	}

}
