package io.coachflow.eventlog.postgres;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A ring buffer with the last events of the log, which are read once for all readers of
 * this node.
 */
class RecentEvents {

	/** A power of two. */
	private static final int CAPACITY = 4096;

	private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(CAPACITY);

	private record Slot(long index, TrackedEventMessage<?> event) {
	}

	void put(long index, TrackedEventMessage<?> event) {
		this.slots.set(place(index), new Slot(index, event));
	}

	/** The event with this index, unless it is too old or not yet read. */
	Optional<TrackedEventMessage<?>> get(long index) {
		Slot slot = this.slots.get(place(index));
		return (slot != null && slot.index() == index) ? Optional.of(slot.event()) : Optional.empty();
	}

	private static int place(long index) {
		return (int) (index & (CAPACITY - 1));
	}

}
