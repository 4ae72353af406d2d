package io.coachflow.eventlog.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.postgres.PendingAppend.AppendFailedException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the table {@code event_log}. Index order is commit order without gaps,
 * so a position is a plain number and a reader that continues after it misses nothing.
 */
public class PostgresEventStorageEngine extends BatchingEventStorageEngine {

	private static final int READ_BATCH = 500;

	private final LogReader reader;

	private final EventAppender appender;

	private final LastHashes lastHashes;

	PostgresEventStorageEngine(LogReader reader, EventAppender appender, Serializer serializer,
			EventUpcaster upcasters) {
		super(new Builder().batchSize(READ_BATCH)
			.eventSerializer(serializer)
			.snapshotSerializer(serializer)
			.upcasterChain(upcasters)
			.persistenceExceptionResolver(SequenceTakenException.class::isInstance));
		this.reader = reader;
		this.appender = appender;
		this.lastHashes = new LastHashes(reader);
	}

	@Override
	protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
		if (events.isEmpty()) {
			return;
		}
		List<EventRow> rows = chained(events, serializer);
		try {
			this.appender.append(rows);
		}
		catch (AppendFailedException ex) {
			handlePersistenceException(ex.reason(), events.getFirst());
		}
		rows.forEach(this.lastHashes::remember);
	}

	private List<EventRow> chained(List<? extends EventMessage<?>> events, Serializer serializer) {
		Map<String, byte[]> last = new HashMap<>();
		List<EventRow> rows = new ArrayList<>(events.size());
		for (EventMessage<?> message : events) {
			if (!(message instanceof DomainEventMessage<?> event)) {
				throw new IllegalArgumentException("The log takes only events of an aggregate");
			}
			String id = event.getAggregateIdentifier();
			byte[] previous = last.containsKey(id) ? last.get(id)
					: this.lastHashes.before(id, event.getSequenceNumber());
			EventRow row = row(event, serializer, previous);
			last.put(id, row.hash());
			rows.add(row);
		}
		return rows;
	}

	private static EventRow row(DomainEventMessage<?> event, Serializer serializer, byte[] previous) {
		SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
		byte[] metadata = event.serializeMetaData(serializer, byte[].class).getData();
		String name = payload.getType().getName();
		String revision = payload.getType().getRevision();
		return new EventRow(event.getAggregateIdentifier(), event.getSequenceNumber(), event.getIdentifier(),
				event.getType(), name, revision, payload.getData(), metadata, event.getTimestamp(),
				EventHash.of(previous, event.getAggregateIdentifier(), event.getSequenceNumber(), name, revision,
						event.getTimestamp(), payload.getData(), metadata));
	}

	@Override
	protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int batchSize) {
		return this.reader.rowsAfter(position(after), batchSize);
	}

	@Override
	protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateIdentifier, long firstSequenceNumber,
			int batchSize) {
		List<StoredRow> rows = this.reader.rowsOf(aggregateIdentifier, firstSequenceNumber, batchSize);
		if (!rows.isEmpty()) {
			this.lastHashes.remember(rows.getLast().row());
		}
		return rows;
	}

	/** Streams are short: there are no snapshots. */
	@Override
	protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
		return Stream.empty();
	}

	@Override
	protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
		throw new UnsupportedOperationException("The log keeps no snapshots");
	}

	@Override
	public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
		return this.reader.lastSequenceOf(aggregateIdentifier);
	}

	@Override
	public TrackingToken createTailToken() {
		return new GlobalSequenceTrackingToken(0);
	}

	@Override
	public TrackingToken createHeadToken() {
		return new GlobalSequenceTrackingToken(this.reader.head());
	}

	@Override
	public TrackingToken createTokenAt(Instant dateTime) {
		return new GlobalSequenceTrackingToken(this.reader.before(dateTime).orElseGet(this.reader::head));
	}

	/**
	 * The position that a token stands for.
	 * @throws IllegalArgumentException if the token is another engine's
	 */
	static long position(@Nullable TrackingToken token) {
		return switch (token) {
			case null -> 0;
			case GlobalSequenceTrackingToken plain -> plain.getGlobalIndex();
			default -> throw new IllegalArgumentException(
					"A position of the event log is a plain number, not a " + token.getClass().getName());
		};
	}

	private static final class Builder extends BatchingEventStorageEngine.Builder {

	}

}
