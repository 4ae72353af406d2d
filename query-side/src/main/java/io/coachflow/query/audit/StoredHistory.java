package io.coachflow.query.audit;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.coachflow.contracts.audit.EventHash;
import io.coachflow.contracts.audit.SealedMetadata;
import io.coachflow.contracts.audit.StoredEvent;
import io.coachflow.contracts.session.EventMetadata;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads events as they lie in the log, through Axon's event store, whichever that is.
 */
@Component
public class StoredHistory {

	/**
	 * How long a remote store may be silent before what should follow counts as missing.
	 */
	private static final int PATIENCE_MILLIS = 5_000;

	private final EventStore store;

	private final Serializer asStored;

	/** Axon Server keeps metadata as a map and counts from 0; a table keeps its bytes. */
	private final boolean keepsMetadataBytes;

	StoredHistory(EventStore store, Serializer serializer) {
		this.store = store;
		this.asStored = new AsStored(serializer.getConverter());
		this.keepsMetadataBytes = store instanceof EmbeddedEventStore;
	}

	/**
	 * Reads a session's events in the order of their sequences; none where there are
	 * none.
	 */
	public void ofSession(String sessionId, Consumer<StoredEvent> reader) {
		DomainEventStream events = this.store.readEvents(sessionId);
		while (events.hasNext()) {
			reader.accept(stored(events.next()));
		}
	}

	/**
	 * Reads all events in the order of the log. An event store that has nothing more up
	 * to the end ends the reading.
	 * @param through the position of the last one to read
	 */
	public void all(long through, Consumer<StoredEvent> reader) throws InterruptedException {
		int patience = this.keepsMetadataBytes ? 0 : PATIENCE_MILLIS;
		try (BlockingStream<TrackedEventMessage<?>> events = this.store.openStream(null)) {
			for (long position = firstPosition() - 1; position < through
					&& events.hasNextAvailable(patience, TimeUnit.MILLISECONDS);) {
				TrackedEventMessage<?> event = events.nextAvailable();
				position = position(event.trackingToken());
				if (position <= through) {
					reader.accept(stored(event));
				}
			}
		}
	}

	/** The position of the first event that was ever written. */
	public long firstPosition() {
		return this.keepsMetadataBytes ? 1 : 0;
	}

	/**
	 * The last position that was ever given; the one before the first where none was.
	 */
	public long lastPosition() {
		TrackingToken head = this.store.createHeadToken();
		return (head != null) ? position(head) : firstPosition() - 1;
	}

	/** Whether the log has the session's event of that sequence, or a later one. */
	boolean reaches(String sessionId, long sequence) {
		return this.store.lastSequenceNumberFor(sessionId).orElse(-1L) >= sequence;
	}

	private StoredEvent stored(EventMessage<?> event) {
		SerializedObject<byte[]> payload = event.serializePayload(this.asStored, byte[].class);
		SealedMetadata metadata = metadata(event);
		DomainEventMessage<?> source = (event instanceof DomainEventMessage<?> it) ? it : null;
		return new StoredEvent(
				(event instanceof TrackedEventMessage<?> tracked) ? Long.valueOf(position(tracked.trackingToken()))
						: null,
				(source != null) ? source.getAggregateIdentifier() : event.getIdentifier(),
				(source != null) ? source.getSequenceNumber() : 0, event.getIdentifier(),
				(source != null) ? source.getType() : null, payload.getType().getName(),
				payload.getType().getRevision(), event.getTimestamp(), payload.getData(), metadata.metadata(),
				metadata.hash());
	}

	private SealedMetadata metadata(EventMessage<?> event) {
		if (this.keepsMetadataBytes) {
			byte[] sealed = event.serializeMetaData(this.asStored, byte[].class).getData();
			return SealedMetadata.unseal(sealed).orElseGet(() -> new SealedMetadata(sealed, EventHash.NONE));
		}
		Map<String, @Nullable Object> metadata = new HashMap<>(event.getMetaData());
		return new SealedMetadata(SealedMetadata.canonical(metadata), hash(metadata.get(EventMetadata.HASH)));
	}

	private static byte[] hash(@Nullable Object hex) {
		try {
			return (hex instanceof String text) ? HexFormat.of().parseHex(text) : EventHash.NONE;
		}
		catch (IllegalArgumentException _) {
			return EventHash.NONE;
		}
	}

	private static long position(TrackingToken token) {
		return token.position()
			.orElseThrow(() -> new IllegalStateException("The event store gave a token without a position"));
	}

}
