package io.coachflow.eventlog.texts;

import java.util.Optional;
import java.util.function.Supplier;

import io.coachflow.contracts.session.GuidanceRecorded;
import io.coachflow.contracts.session.GuidanceTexts;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Reads and writes the events of texts.
 */
final class TextLog {

	/** Not the store itself, which needs the serializer that needs this. */
	private final Supplier<EventStore> events;

	TextLog(Supplier<EventStore> events) {
		this.events = events;
	}

	/** The texts that give that digest, if they are in the log. */
	Optional<GuidanceTexts> read(String digest) {
		DomainEventStream stream = this.events.get().readEvents(digest);
		return (stream.hasNext() && stream.next().getPayload() instanceof GuidanceRecorded recorded)
				? Optional.of(recorded.texts()).filter((texts) -> texts.digest().equals(digest)) : Optional.empty();
	}

	/** Appends the texts, and returns when they are durable. */
	void append(String digest, GuidanceTexts texts) {
		this.events.get()
			.publish(new GenericDomainEventMessage<>(GuidanceRecorded.AGGREGATE_TYPE, digest, 0,
					new GuidanceRecorded(texts)));
	}

}
