package io.coachflow.command.businesspackage;

import java.util.Iterator;
import java.util.Optional;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.PackageIds;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads packages from the event log.
 */
@Component
class KnownPackages {

	private final EventStore events;

	KnownPackages(EventStore events) {
		this.events = events;
	}

	/** A package's state and its present brief. */
	record Known(Brief brief, PackageState state) {

		static @Nullable Known after(@Nullable Known known, BusinessPackageEvent event, long sequence) {
			if (known != null) {
				return new Known((event instanceof BriefRevised it) ? it.brief() : known.brief(),
						known.state().evolve(event, sequence));
			}
			return (event instanceof PackageRequested it)
					? new Known(it.brief(), PackageState.initial().evolve(it, sequence)) : null;
		}

	}

	/** The session's package; empty if it was not requested yet. */
	Optional<Known> of(String sessionId) {
		Known known = null;
		Iterator<? extends DomainEventMessage<?>> messages = this.events.readEvents(PackageIds.of(sessionId))
			.asStream()
			.iterator();
		while (messages.hasNext()) {
			DomainEventMessage<?> message = messages.next();
			if (message.getPayload() instanceof BusinessPackageEvent event) {
				known = Known.after(known, event, message.getSequenceNumber());
			}
		}
		return Optional.ofNullable(known);
	}

}
