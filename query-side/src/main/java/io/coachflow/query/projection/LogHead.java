package io.coachflow.query.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * The end of the log.
 */
@Component
class LogHead {

	private final EventStore events;

	LogHead(EventStore events) {
		this.events = events;
	}

	/** The last position; 0 before the first event. */
	long position() {
		TrackingToken head = this.events.createHeadToken();
		return (head != null) ? head.position().orElse(0) : 0;
	}

	/** The time of the first event after the position; empty if there is none. */
	Optional<Instant> timeBehind(long position) throws InterruptedException {
		TrackingToken from = (position > 0) ? new GlobalSequenceTrackingToken(position) : null;
		try (BlockingStream<TrackedEventMessage<?>> stream = this.events.openStream(from)) {
			return stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)
					? Optional.of(stream.nextAvailable().getTimestamp()) : Optional.empty();
		}
	}

}
