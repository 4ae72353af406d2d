package io.coachflow.query.recent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.contracts.session.EventMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Remembers for some seconds what each user last wrote through this node. Projections
 * follow the log in its order: one that has reached a user's last write has all of them.
 */
@Component
public class RecentWrites {

	private static final Duration MEMORY = Duration.ofSeconds(10);

	private static final int MAX_USERS = 100_000;

	private final Cache<String, Write> lastWrites = Caffeine.newBuilder()
		.expireAfterWrite(MEMORY)
		.maximumSize(MAX_USERS)
		.build();

	public RecentWrites(EventBus events) {
		events.subscribe(this::published);
	}

	/**
	 * A committed event.
	 *
	 * @param sequence its sequence in the session, from 0
	 */
	public record Write(String sessionId, long sequence) {
	}

	/** The user's last write through this node; empty where there was none lately. */
	public Optional<Write> lastOf(String userId) {
		return Optional.ofNullable(this.lastWrites.getIfPresent(userId));
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
		if (event instanceof DomainEventMessage<?> domainEvent
				&& event.getMetaData().get(EventMetadata.USER) instanceof String userId) {
			this.lastWrites.put(userId,
					new Write(domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber()));
		}
	}

}
