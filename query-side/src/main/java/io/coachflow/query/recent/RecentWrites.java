package io.coachflow.query.recent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.contracts.session.EventMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Remembers for some seconds how far this node has taken each session. Read models follow
 * the log with a delay; whoever finds one behind these figures knows that it is.
 */
@Component
public class RecentWrites {

	private static final Duration MEMORY = Duration.ofSeconds(10);

	private static final int MAX_REMEMBERED = 100_000;

	private final Cache<String, Long> sequences = Caffeine.newBuilder()
		.expireAfterWrite(MEMORY)
		.maximumSize(MAX_REMEMBERED)
		.build();

	private final Cache<String, Map<String, Long>> byUser = Caffeine.newBuilder()
		.expireAfterWrite(MEMORY)
		.maximumSize(MAX_REMEMBERED)
		.build();

	public RecentWrites(EventBus events) {
		events.subscribe(this::published);
	}

	/** The last sequence that this node committed of a session; -1 where not lately. */
	public long sequenceOf(String sessionId) {
		Long sequence = this.sequences.getIfPresent(sessionId);
		return (sequence != null) ? sequence : -1;
	}

	/** The sessions that a user changed through this node lately, and how far. */
	public Map<String, Long> sequencesOf(String userId) {
		Map<String, Long> sessions = this.byUser.getIfPresent(userId);
		return (sessions != null) ? Map.copyOf(sessions) : Map.of();
	}

	private void published(List<? extends EventMessage<?>> events) {
		if (CurrentUnitOfWork.isStarted()) {
			CurrentUnitOfWork.get().afterCommit((_) -> events.forEach(this::remember));
		}
		else {
			events.forEach(this::remember);
		}
	}

	private void remember(EventMessage<?> event) {
		if (event instanceof DomainEventMessage<?> domainEvent) {
			String sessionId = domainEvent.getAggregateIdentifier();
			long sequence = domainEvent.getSequenceNumber();
			this.sequences.asMap().merge(sessionId, sequence, Math::max);
			if (event.getMetaData().get(EventMetadata.USER) instanceof String userId) {
				// Put anew, so that a busy user's entry does not age
				Map<String, Long> sessions = this.byUser.get(userId, (_) -> new ConcurrentHashMap<>());
				sessions.merge(sessionId, sequence, Math::max);
				this.byUser.put(userId, sessions);
			}
		}
	}

}
