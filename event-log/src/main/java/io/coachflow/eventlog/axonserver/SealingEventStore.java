package io.coachflow.eventlog.axonserver;

import java.util.List;

import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/**
 * Axon Server's event store with a hash chain. It adds the hash after all dispatch
 * interceptors, so the hash covers what they add.
 */
final class SealingEventStore extends AxonServerEventStore {

	private final HashChainWriter seal;

	private SealingEventStore(Builder builder, HashChainWriter seal) {
		super(builder);
		this.seal = seal;
	}

	static SealingEventStore of(Builder builder, HashChainWriter seal) {
		// Only build() creates the engine that the constructor takes from the builder
		builder.build();
		return new SealingEventStore(builder, seal);
	}

	/** Reads from the first event: there are no snapshots, because streams are short. */
	@Override
	public DomainEventStream readEvents(String aggregateIdentifier) {
		return readEvents(aggregateIdentifier, 0);
	}

	@Override
	protected void prepareCommit(List<? extends EventMessage<?>> events) {
		super.prepareCommit(this.seal.seal(events, this::readEvents));
	}

}
