package io.coachflow.query.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Folds views from the event log.
 *
 * @param <E> the events of which they are made
 * @param <V> the view
 */
public final class ViewLog<E, V extends View> {

	private final EventStore events;

	private final Class<E> type;

	private final UnaryOperator<String> aggregateId;

	private final Fold<E, V> fold;

	/**
	 * Reads the histories of one type of aggregate.
	 * @param aggregateId the aggregate's id by the session's
	 */
	public ViewLog(EventStore events, Class<E> type, UnaryOperator<String> aggregateId, Fold<E, V> fold) {
		this.events = events;
		this.type = type;
		this.aggregateId = aggregateId;
		this.fold = fold;
	}

	/** Applies one more event to a view, which is absent before the first. */
	@FunctionalInterface
	public interface Fold<E, V> {

		V after(@Nullable V view, E event, long sequence, Instant time);

	}

	/** An event, and when it happened. */
	public record Happened<E>(E event, long sequence, Instant time) {
	}

	/** The sequence of the last committed event; empty if there is none. */
	public Optional<Long> lastSequence(String sessionId) {
		return this.events.lastSequenceNumberFor(this.aggregateId.apply(sessionId));
	}

	/**
	 * The events after a sequence, in order. Events of the other type of aggregate, whose
	 * ids have the same form, are left out.
	 * @param sequence -1 for all events
	 * @throws IllegalStateException at an event of an unknown type
	 */
	public List<Happened<E>> after(String sessionId, long sequence) {
		List<Happened<E>> happened = new ArrayList<>();
		DomainEventStream stream = this.events.readEvents(this.aggregateId.apply(sessionId), sequence + 1);
		while (stream.hasNext()) {
			DomainEventMessage<?> event = stream.next();
			if (event.getPayload() instanceof UnknownSerializedType) {
				throw new IllegalStateException("The history of " + event.getAggregateIdentifier()
						+ " holds an event of an unknown type at " + event.getSequenceNumber());
			}
			if (this.type.isInstance(event.getPayload())) {
				happened.add(new Happened<>(this.type.cast(event.getPayload()), event.getSequenceNumber(),
						event.getTimestamp()));
			}
		}
		return happened;
	}

	/** The view as of the last committed event; empty if there is none. */
	public Optional<V> fold(String sessionId) {
		return fold(sessionId, null);
	}

	/**
	 * The same, continuing from an earlier view.
	 * @param view absent to begin with the first event
	 */
	public Optional<V> fold(String sessionId, @Nullable V view) {
		V folded = view;
		for (Happened<E> it : after(sessionId, (view != null) ? view.sequence() : -1)) {
			folded = this.fold.after(folded, it.event(), it.sequence(), it.time());
		}
		return Optional.ofNullable(folded);
	}

}
