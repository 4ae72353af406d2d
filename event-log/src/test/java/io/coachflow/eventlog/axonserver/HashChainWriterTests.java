package io.coachflow.eventlog.axonserver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.session.EventMetadata;
import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.integrity.SealedMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.StdConverter;

import static org.assertj.core.api.Assertions.assertThat;

class HashChainWriterTests {

	private static final Instant TIME = Instant.parse("2026-11-22T12:00:00.123456Z");

	private static final HashChainWriter.History NOTHING = (id, _) -> {
		throw new AssertionError("The history of " + id + " is not needed");
	};

	private final Serializer serializer = Jackson3Serializer.builder().build();

	private final HashChainWriter seal = new HashChainWriter(this.serializer);

	@Test
	void eventsOfOneTransactionAreChained() {
		List<EventMessage<?>> sealed = this.seal.seal(List.of(event("a", 0), event("b", 0), event("a", 1)), NOTHING);

		assertThat(hash(sealed.get(0))).isEqualTo(expected(EventHash.NONE, sealed.get(0)));
		assertThat(hash(sealed.get(1))).isEqualTo(expected(EventHash.NONE, sealed.get(1)));
		assertThat(hash(sealed.get(2))).isEqualTo(expected(bytes(sealed.get(0)), sealed.get(2)));
	}

	@Test
	void theHashBeforeIsReadWhereNobodyRemembersIt() {
		EventMessage<?> first = this.seal.seal(List.of(event("a", 0)), NOTHING).getFirst();

		EventMessage<?> second = new HashChainWriter(this.serializer)
			.seal(List.of(event("a", 1)), (_, _) -> DomainEventStream.of((DomainEventMessage<?>) first))
			.getFirst();

		assertThat(hash(second)).isEqualTo(expected(bytes(first), second));
	}

	/** Texts that are recorded in between change what the serializer writes. */
	@Test
	void theBytesThatAreStoredAreThoseThatWereHashed() {
		Serializer wordy = Jackson3Serializer.builder()
			.jsonMapperBuilderCustomizer((json) -> json.addModule(new SimpleModule().addSerializer(String.class,
					new StdConvertingSerializer(String.class, new StdConverter<String, Long>() {

						@Override
						public Long convert(String value) {
							return System.nanoTime();
						}

					}))))
			.build();

		EventMessage<?> sealed = new HashChainWriter(wordy).seal(List.of(event("a", 0)), NOTHING).getFirst();

		assertThat(hash(sealed)).isEqualTo(expected(EventHash.NONE, sealed));
		assertThat(sealed).isInstanceOf(GenericDomainEventMessage.class);
		assertThat(sealed.getIdentifier()).isEqualTo("id-a0");
	}

	@Test
	void whatIsRolledBackIsForgotten() {
		EventMessage<?> committed = inUnitOfWork(event("a", 0), NOTHING, true);
		inUnitOfWork(event("a", 1, "rolled back"), NOTHING, false);

		EventMessage<?> again = inUnitOfWork(event("a", 1, "kept"), NOTHING, true);
		EventMessage<?> next = inUnitOfWork(event("a", 2), NOTHING, true);

		assertThat(hash(again)).isEqualTo(expected(bytes(committed), again));
		assertThat(hash(next)).isEqualTo(expected(bytes(again), next));
	}

	@Test
	void anUnsealedEventBeginsTheChainAnew() {
		EventMessage<?> second = this.seal.seal(List.of(event("a", 1)), (_, _) -> DomainEventStream.of(event("a", 0)))
			.getFirst();

		assertThat(hash(second)).isEqualTo(expected(EventHash.NONE, second));
	}

	@Test
	void anEventOutsideAnyHistoryStaysAsItIs() {
		EventMessage<?> event = GenericEventMessage.asEventMessage("something else");

		assertThat(this.seal.seal(List.of(event), NOTHING)).containsExactly(event);
	}

	private EventMessage<?> inUnitOfWork(EventMessage<?> event, HashChainWriter.History history, boolean commit) {
		UnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
		EventMessage<?> sealed = this.seal.seal(List.of(event), history).getFirst();
		if (commit) {
			work.commit();
		}
		else {
			work.rollback();
		}
		return sealed;
	}

	private static DomainEventMessage<?> event(String session, long sequence) {
		return event(session, sequence, "event " + sequence);
	}

	private static DomainEventMessage<?> event(String session, long sequence, String payload) {
		return new GenericDomainEventMessage<>("CoachingSession", session, sequence, payload,
				MetaData.from(Map.of("user_id", "demo", "language", "fr")), "id-" + session + sequence, TIME);
	}

	/** The hash of the event that Axon Server returns, with its time in milliseconds. */
	private String expected(byte[] previous, EventMessage<?> sealed) {
		DomainEventMessage<?> event = (DomainEventMessage<?>) sealed;
		SerializedObject<byte[]> payload = event.serializePayload(this.serializer, byte[].class);
		Instant kept = TIME.truncatedTo(ChronoUnit.MILLIS);
		return HexFormat.of()
			.formatHex(EventHash.of(previous, event.getAggregateIdentifier(), event.getSequenceNumber(),
					payload.getType().getName(), payload.getType().getRevision(), kept, payload.getData(),
					SealedMetadata.canonical(event.getMetaData())));
	}

	private static String hash(EventMessage<?> event) {
		return (String) event.getMetaData().get(EventMetadata.HASH);
	}

	private static byte[] bytes(EventMessage<?> event) {
		return HexFormat.of().parseHex(hash(event));
	}

}
