package io.coachflow.command.memory;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Guards decisions that append nothing: no taken sequence would tell that another node
 * has gone on.
 */
@Component
public class StaleStateCheck {

	private final EventStore events;

	public StaleStateCheck(EventStore events) {
		this.events = events;
	}

	/**
	 * Checks that what is remembered reaches to the aggregate's last event.
	 * @param remembered the sequence of the last event that is remembered
	 * @throws ConcurrencyException if there are later ones
	 */
	public void require(String aggregateId, long remembered) {
		long last = this.events.lastSequenceNumberFor(aggregateId).orElse(-1L);
		if (last != remembered) {
			throw new ConcurrencyException(
					aggregateId + " has gone on to " + last + " while " + remembered + " was remembered");
		}
	}

}
