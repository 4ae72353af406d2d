package io.coachflow.eventlog.axonserver;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.contracts.session.EventMetadata;
import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.integrity.SealedMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each event's metadata its hash, which covers the previous event's hash. For a
 * log that does not build this chain itself.
 */
class HashChainWriter {

	private static final String NEW_TIPS = HashChainWriter.class.getName();

	private static final int SESSIONS_REMEMBERED = 10_000;

	private final Serializer eventSerializer;

	/** Committed hashes never change, so a cached one stays right. */
	private final Cache<String, LastHash> tips = Caffeine.newBuilder().maximumSize(SESSIONS_REMEMBERED).build();

	HashChainWriter(Serializer eventSerializer) {
		this.eventSerializer = eventSerializer;
	}

	/** The last event of a chain. */
	private record LastHash(long sequence, byte[] hash) {
	}

	/** Reads the events of a session, starting at a sequence. */
	@FunctionalInterface
	interface History {

		DomainEventStream from(String sessionId, long sequence);

	}

	/**
	 * Adds the hashes.
	 * @param events exactly as they will be stored, in their order
	 * @param history gives the committed event before the first, if its hash is not
	 * cached
	 */
	List<EventMessage<?>> seal(List<? extends EventMessage<?>> events, History history) {
		Map<String, LastHash> newTips = newTips();
		List<EventMessage<?>> sealed = new ArrayList<>(events.size());
		for (EventMessage<?> event : events) {
			sealed.add(
					(event instanceof DomainEventMessage<?> domainEvent) ? seal(domainEvent, newTips, history) : event);
		}
		return sealed;
	}

	private <T> EventMessage<T> seal(DomainEventMessage<T> event, Map<String, LastHash> newTips, History history) {
		SerializedObject<byte[]> payload = event.serializePayload(this.eventSerializer, byte[].class);
		byte[] hash = hash(event, payload, hashBefore(event, newTips, history));
		newTips.put(event.getAggregateIdentifier(), new LastHash(event.getSequenceNumber(), hash));
		return new SealedEventMessage<>(event,
				event.andMetaData(Map.of(EventMetadata.HASH, HexFormat.of().formatHex(hash))), payload);
	}

	private static byte[] hash(DomainEventMessage<?> event, SerializedObject<byte[]> payload, byte[] previous) {
		return EventHash.of(previous, event.getAggregateIdentifier(), event.getSequenceNumber(),
				payload.getType().getName(), payload.getType().getRevision(),
				// Axon Server stores milliseconds
				event.getTimestamp().truncatedTo(ChronoUnit.MILLIS), payload.getData(),
				SealedMetadata.canonical(event.getMetaData()));
	}

	private byte[] hashBefore(DomainEventMessage<?> event, Map<String, LastHash> newTips, History history) {
		long before = event.getSequenceNumber() - 1;
		if (before < 0) {
			return EventHash.NONE;
		}
		String sessionId = event.getAggregateIdentifier();
		@Nullable LastHash tip = newTips.getOrDefault(sessionId, this.tips.getIfPresent(sessionId));
		if (tip != null && tip.sequence() == before) {
			return tip.hash();
		}
		DomainEventStream stream = history.from(sessionId, before);
		// The verifier reports an event without a hash. It is no reason to refuse
		// the command
		return stream.hasNext() ? storedHash(stream.next(), before) : EventHash.NONE;
	}

	private static byte[] storedHash(DomainEventMessage<?> event, long sequence) {
		return (event.getSequenceNumber() == sequence
				&& event.getMetaData().get(EventMetadata.HASH) instanceof String hash) ? HexFormat.of().parseHex(hash)
						: EventHash.NONE;
	}

	/** The hashes of this unit of work, which are cached once it is committed. */
	private Map<String, LastHash> newTips() {
		if (!CurrentUnitOfWork.isStarted()) {
			return new HashMap<>();
		}
		UnitOfWork<?> root = CurrentUnitOfWork.get().root();
		return root.getOrComputeResource(NEW_TIPS, (_) -> {
			Map<String, LastHash> newTips = new HashMap<>();
			root.afterCommit((_) -> this.tips.putAll(newTips));
			return newTips;
		});
	}

}
