package io.coachflow.query.projection;

import java.util.Collection;
import java.util.List;

import io.coachflow.query.projection.SlotClaims.Claim;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Gives events to one or more slots in one transaction, which also stores their
 * positions.
 */
@Component
class SlotBatches {

	private final SlotClaims claims;

	private final TransactionManager transactions;

	SlotBatches(SlotClaims claims, TransactionManager transactions) {
		this.claims = claims;
		this.transactions = transactions;
	}

	/**
	 * Handles the events. Each slot gets those after its position.
	 * @param cautiously one event at a time, so that one whose rows cannot be written is
	 * parked like one that cannot be handled
	 * @throws UnableToClaimTokenException if a slot is not this node's any more
	 * @throws RuntimeException whatever a slot or the store throws, after the rollback
	 */
	void handle(List<TrackedEventMessage<?>> events, Collection<Claim> slots, boolean cautiously) {
		TrackingToken last = events.getLast().trackingToken();
		UnitOfWork<EventMessage<?>> batch = new DefaultUnitOfWork<>(null);
		batch.start();
		batch.attachTransaction(this.transactions);
		if (!cautiously) {
			CautiousHandler.gather(batch);
		}
		ResultMessage<?> result = batch.executeWithResult(() -> {
			for (TrackedEventMessage<?> event : events) {
				for (Claim slot : slots) {
					if (slot.isBefore(event.trackingToken())) {
						slot.slot().handle(event);
					}
				}
			}
			slots.forEach((slot) -> this.claims.move(slot, last));
			return null;
		});
		if (result.isExceptional()) {
			throw rethrown(result.exceptionResult());
		}
	}

	/** An error of one slot is its failure, too, and must not end the thread of all. */
	private static RuntimeException rethrown(Throwable failure) {
		return (failure instanceof RuntimeException ex) ? ex : new IllegalStateException(failure);
	}

}
