package io.coachflow.command.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A log in memory that refuses a taken sequence, as the real ones do, and counts how
 * often it is asked.
 */
final class SessionLog extends InMemoryEventStorageEngine {

	/** How often a history was read. */
	final AtomicInteger reads = new AtomicInteger();

	/** How often the last sequence was asked for. */
	final AtomicInteger checks = new AtomicInteger();

	private volatile @Nullable RuntimeException lostAnswer;

	private volatile @Nullable RuntimeException refusal;

	EventStore store() {
		return EmbeddedEventStore.builder().storageEngine(this).build();
	}

	/** The next append is written, but its caller is told the failure. */
	void loseAnswer(RuntimeException failure) {
		this.lostAnswer = failure;
	}

	/** The next append is not written. */
	void refuse(RuntimeException failure) {
		this.refusal = failure;
	}

	/** The events of a session, without counting. */
	List<? extends DomainEventMessage<?>> history(String sessionId) {
		return super.readEvents(sessionId, 0).asStream().toList();
	}

	@Override
	public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
		if (this.refusal != null) {
			RuntimeException failure = this.refusal;
			this.refusal = null;
			throw failure;
		}
		DomainEventMessage<?> first = (DomainEventMessage<?>) events.getFirst();
		if (first.getSequenceNumber() <= history(first.getAggregateIdentifier()).size() - 1L) {
			throw (first.getSequenceNumber() == 0) ? new AggregateStreamCreationException("taken", null)
					: new ConcurrencyException("taken");
		}
		super.appendEvents(events);
		if (this.lostAnswer != null) {
			RuntimeException failure = this.lostAnswer;
			this.lostAnswer = null;
			throw failure;
		}
	}

	@Override
	public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
		this.reads.incrementAndGet();
		return super.readEvents(aggregateIdentifier, firstSequenceNumber);
	}

	@Override
	public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
		this.checks.incrementAndGet();
		int events = history(aggregateIdentifier).size();
		return (events > 0) ? Optional.of(events - 1L) : Optional.empty();
	}

}
