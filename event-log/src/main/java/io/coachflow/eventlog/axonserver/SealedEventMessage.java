package io.coachflow.eventlog.axonserver;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * An event with the bytes that its hash covers. Axon Server's connector would serialize
 * the payload once more, and a text that was recorded in between would change the bytes.
 */
final class SealedEventMessage<T> extends GenericDomainEventMessage<T> {

	private final transient SerializedObject<byte[]> bytes;

	SealedEventMessage(DomainEventMessage<T> event, Message<T> withHash, SerializedObject<byte[]> bytes) {
		super(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), withHash,
				event.getTimestamp());
		this.bytes = bytes;
	}

	@Override
	public <R> SerializedObject<R> serializePayload(Serializer serializer, Class<R> expectedRepresentation) {
		return serializer.getConverter().convert(this.bytes, expectedRepresentation);
	}

}
