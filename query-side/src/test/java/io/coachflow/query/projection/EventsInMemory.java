package io.coachflow.query.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * A log for tests, with positions from 1.
 */
final class EventsInMemory implements StreamableMessageSource<TrackedEventMessage<?>> {

	private final List<TrackedEventMessage<?>> events = new CopyOnWriteArrayList<>();

	/** Appends events to an aggregate that has none. */
	EventsInMemory append(String aggregate, int events) {
		for (int i = 0; i < events; i++) {
			this.events.add(new GenericTrackedDomainEventMessage<>(at(this.events.size() + 1L),
					new GenericDomainEventMessage<>("Anything", aggregate, i, aggregate + i)));
		}
		return this;
	}

	long size() {
		return this.events.size();
	}

	static TrackingToken at(long position) {
		return new GlobalSequenceTrackingToken(position);
	}

	@Override
	public @Nullable TrackingToken createTailToken() {
		return null;
	}

	@Override
	public TrackingToken createHeadToken() {
		return at(size());
	}

	@Override
	public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
		return new Stream((token != null) ? (int) token.position().orElseThrow() : 0);
	}

	private final class Stream implements BlockingStream<TrackedEventMessage<?>> {

		private int next;

		private Stream(int next) {
			this.next = next;
		}

		@Override
		public Optional<TrackedEventMessage<?>> peek() {
			return Optional.empty();
		}

		@Override
		public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
			if (this.next >= EventsInMemory.this.events.size()) {
				unit.sleep(Math.min(timeout, 5));
			}
			return this.next < EventsInMemory.this.events.size();
		}

		@Override
		public TrackedEventMessage<?> nextAvailable() {
			return EventsInMemory.this.events.get(this.next++);
		}

		@Override
		public void close() {
			// Nothing is open
		}

	}

}
