package io.coachflow.eventlog.read;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.node.Stopping;
import io.coachflow.contracts.session.EventMetadata;
import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.integrity.SealedMetadata;
import io.coachflow.eventlog.integrity.StoredEvent;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads events as the log stores them, through Axon's event store.
 */
@Component
public class RawEventReader {

	/**
	 * How long to wait for the next event from Axon Server before it counts as missing.
	 */
	private static final int TIMEOUT_MILLIS = 5_000;

	private final EventStore store;

	/** Absent if Axon Server is the log. */
	private final @Nullable EventStorageEngine table;

	private final Serializer asStored;

	private final Stopping stopping;

	RawEventReader(UnupcastedLog log, Serializer serializer, Stopping stopping) {
		this.store = log.store();
		this.table = log.table();
		this.asStored = new RawBytesSerializer(serializer.getConverter());
		this.stopping = stopping;
	}

	/**
	 * Reads the events of a session in the order of their sequences.
	 * @throws ApiException if the node stops meanwhile
	 */
	public void ofSession(String sessionId, Consumer<StoredEvent> reader) {
		DomainEventStream events = (this.table != null) ? this.table.readEvents(sessionId)
				: this.store.readEvents(sessionId);
		while (events.hasNext()) {
			requireRunning();
			reader.accept(stored(events.next()));
		}
	}

	/**
	 * Reads all events in the order of the log, up to a position or the end of the log.
	 * @param through the position of the last one to read
	 * @throws ApiException if the node stops meanwhile
	 */
	public void all(long through, Consumer<StoredEvent> reader) throws InterruptedException {
		if (this.table != null) {
			try (Stream<? extends TrackedEventMessage<?>> events = this.table.readEvents(null, false)) {
				readTable(events.iterator(), through, reader);
			}
			return;
		}
		try (BlockingStream<TrackedEventMessage<?>> events = this.store.openStream(null)) {
			boolean more = through >= firstPosition();
			while (more && events.hasNextAvailable(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
				more = accept(events.nextAvailable(), through, reader);
			}
		}
	}

	/** The position of the first event that was ever written. */
	public long firstPosition() {
		return (this.table != null) ? 1 : 0;
	}

	/**
	 * The last position that was ever assigned; if none was, the one before the first.
	 */
	public long lastPosition() {
		TrackingToken head = this.store.createHeadToken();
		return (head != null) ? position(head) : firstPosition() - 1;
	}

	/** Whether the log has the session's event of that sequence, or a later one. */
	public boolean reaches(String sessionId, long sequence) {
		return this.store.lastSequenceNumberFor(sessionId).orElse(-1L) >= sequence;
	}

	private void readTable(Iterator<? extends TrackedEventMessage<?>> events, long through,
			Consumer<StoredEvent> reader) {
		boolean more = through >= firstPosition();
		while (more && events.hasNext()) {
			more = accept(events.next(), through, reader);
		}
	}

	/** Passes the event to the reader, and returns whether to read on. */
	private boolean accept(TrackedEventMessage<?> event, long through, Consumer<StoredEvent> reader) {
		requireRunning();
		long position = position(event.trackingToken());
		if (position <= through) {
			reader.accept(stored(event));
		}
		return position < through;
	}

	/** Throws if the node stops: a reader of the whole log must not delay that. */
	public void requireRunning() {
		if (this.stopping.isStopping()) {
			throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE,
					"This node stops before it has read the events: ask again in a moment.");
		}
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
		if (this.table != null) {
			byte[] sealed = event.serializeMetaData(this.asStored, byte[].class).getData();
			return SealedMetadata.unseal(sealed).orElseGet(() -> new SealedMetadata(sealed, EventHash.NONE));
		}
		// Axon Server keeps a map
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
