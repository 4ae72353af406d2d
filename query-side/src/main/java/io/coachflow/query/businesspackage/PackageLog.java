package io.coachflow.query.businesspackage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.PackageIds;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a session's package from the event log.
 */
@Component
class PackageLog {

	private final EventStore events;

	PackageLog(EventStore events) {
		this.events = events;
	}

	/** An event of the package, and when it happened. */
	record Happened(BusinessPackageEvent event, long sequence, Instant time) {
	}

	/** The sequence of the last committed event; empty where there is none. */
	Optional<Long> lastSequence(String sessionId) {
		return this.events.lastSequenceNumberFor(PackageIds.of(sessionId));
	}

	/**
	 * What happened after that sequence, in order.
	 * @param sequence -1 for everything
	 */
	List<Happened> after(String sessionId, long sequence) {
		List<Happened> happened = new ArrayList<>();
		DomainEventStream stream = this.events.readEvents(PackageIds.of(sessionId), sequence + 1);
		while (stream.hasNext()) {
			DomainEventMessage<?> event = stream.next();
			if (!(event.getPayload() instanceof BusinessPackageEvent payload)) {
				throw new IllegalStateException("The history of the package of " + sessionId
						+ " holds an event of an unknown type at " + event.getSequenceNumber());
			}
			happened.add(new Happened(payload, event.getSequenceNumber(), event.getTimestamp()));
		}
		return happened;
	}

	/**
	 * The view as of the last committed event; empty where there is no package.
	 * @param view an earlier view, from which to go on; absent to begin at the beginning
	 */
	Optional<PackageView> fold(String sessionId, @Nullable PackageView view) {
		PackageView folded = view;
		for (Happened it : after(sessionId, (view != null) ? view.sequence() : -1)) {
			folded = PackageView.after(folded, it.event(), it.sequence(), it.time());
		}
		return Optional.ofNullable(folded);
	}

}
