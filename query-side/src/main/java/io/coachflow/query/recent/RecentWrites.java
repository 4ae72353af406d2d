package io.coachflow.query.recent;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.EventMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Remembers for a minute the last write of each user to each session through this node.
 * The segments of a projection follow the log independently: a visible write does not
 * mean that earlier ones are visible, unless they belong to the same session.
 */
@Component
public class RecentWrites {

	/** Longer than a failed projection waits before it retries. */
	private static final Duration MEMORY = Duration.ofMinutes(1);

	private static final int MAX_USERS = 100_000;

	/** For each user; the latest are kept. */
	private static final int MAX_SESSIONS = 20;

	private final Cache<String, Map<String, Long>> lastWrites = Caffeine.newBuilder()
		.expireAfterWrite(MEMORY)
		.maximumSize(MAX_USERS)
		.build();

	public RecentWrites(EventBus events) {
		events.subscribe(this::published);
	}

	/**
	 * The sessions that the user recently wrote to through this node, each with the
	 * sequence of the last event written.
	 */
	public Map<String, Long> of(String userId) {
		Map<String, Long> writes = this.lastWrites.getIfPresent(userId);
		return (writes != null) ? writes : Map.of();
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
		if (event instanceof DomainEventMessage<?> domainEvent && event.getPayload() instanceof CoachingSessionEvent
				&& event.getMetaData().get(EventMetadata.USER) instanceof String userId) {
			this.lastWrites.asMap()
				.merge(userId, Map.of(domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber()),
						RecentWrites::plus);
		}
	}

	private static Map<String, Long> plus(Map<String, Long> writes, Map<String, Long> later) {
		LinkedHashMap<String, Long> all = new LinkedHashMap<>(writes);
		later.forEach((session, sequence) -> {
			Long known = all.remove(session);
			all.put(session, (known != null) ? Math.max(known, sequence) : sequence);
		});
		if (all.size() > MAX_SESSIONS) {
			all.pollFirstEntry();
		}
		return Collections.unmodifiableMap(all);
	}

}
