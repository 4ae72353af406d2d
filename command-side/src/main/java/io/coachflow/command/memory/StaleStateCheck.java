package io.coachflow.command.memory;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Guards decisions without events: they append nothing, so no version conflict would tell
 * that the cached state is stale.
 */
@Component
public class StaleStateCheck {

	private final EventStore events;

	public StaleStateCheck(EventStore events) {
		this.events = events;
	}

	/**
	 * Checks that the cached state includes the aggregate's last event.
	 * @param cached the sequence of the last event in the cached state
	 * @throws ConcurrencyException if the log has another last event
	 */
	public void require(String aggregateId, long cached) {
		long last = this.events.lastSequenceNumberFor(aggregateId).orElse(-1L);
		if (last != cached) {
			throw new ConcurrencyException(
					aggregateId + " is at sequence " + last + ", but its cached state is at " + cached);
		}
	}

}
