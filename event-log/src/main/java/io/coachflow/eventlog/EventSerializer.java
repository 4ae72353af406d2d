package io.coachflow.eventlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.session.CoachingSessionEvent;
import io.coachflow.contracts.session.EventName;
import io.coachflow.contracts.session.GuidanceRecorded;
import io.coachflow.eventlog.texts.GuidanceModule;
import io.coachflow.eventlog.texts.InlineTextsUpcaster;
import io.coachflow.eventlog.texts.RecordedTexts;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;

/**
 * Writes events as JSON under their published names, and reads only those names: no row
 * can make it load a class.
 */
class EventSerializer extends Jackson3Serializer {

	/** This serializer as Axon Server's connector wraps it. */
	private final GrpcMetaDataAwareSerializer wrapped = new GrpcMetaDataAwareSerializer(this);

	private final Map<SerializedType, Class<?>> classes = new HashMap<>();

	private final Map<Class<?>, SerializedType> types = new HashMap<>();

	private final Map<Class<?>, ObjectReader> readers = new HashMap<>();

	EventSerializer(RecordedTexts texts) {
		super(Jackson3Serializer.builder()
			.jsonMapperBuilderCustomizer((json) -> json.addModule(new GuidanceModule(texts))
				.addModule(new RecordModule())
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				// Older events lack a number or boolean that was added: it reads as 0 or
				// false
				.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
				.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
				// The hash covers the bytes of the metadata, so their order is fixed
				.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
				.changeDefaultPropertyInclusion(
						(inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))));
		((ChainingConverter) getConverter()).registerConverter(new MetadataFromAxonServer(this));
		Stream.of(CoachingSessionEvent.class, BusinessPackageEvent.class, GuidanceRecorded.class)
			.flatMap(EventSerializer::records)
			.forEach(this::register);
		// No upcaster sees a dead letter, and one may be older than the revision
		InlineTextsUpcaster.TYPES
			.forEach((old, today) -> this.classes.put(old, Objects.requireNonNull(this.classes.get(today))));
	}

	/** The records of a sealed interface, at every level. */
	static Stream<Class<?>> records(Class<?> events) {
		return events.isSealed() ? Arrays.stream(events.getPermittedSubclasses()).flatMap(EventSerializer::records)
				: Stream.of(events);
	}

	private void register(Class<?> event) {
		SerializedType type = new SimpleSerializedType(event.getAnnotation(EventName.class).value(),
				event.getAnnotation(Revision.class).value());
		this.types.put(event, type);
		this.readers.put(event, super.getReader(event));
		this.classes.put(type, event);
	}

	@Override
	@SuppressWarnings("rawtypes")
	public SerializedType typeForClass(@Nullable Class type) {
		SerializedType known = this.types.get(type);
		return (known != null) ? known : super.typeForClass(type);
	}

	@Override
	protected ObjectReader getReader(Class<?> type) {
		ObjectReader known = this.readers.get(type);
		return (known != null) ? known : super.getReader(type);
	}

	/**
	 * Equals the wrapped serializer, so that an event that Axon Server's connector read
	 * returns its bytes as stored and is not serialized again.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof GrpcMetaDataAwareSerializer && other.equals(this.wrapped));
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public Class<?> classForType(SerializedType type) {
		if (SerializedType.emptyType().equals(type)) {
			return Void.class;
		}
		if (MetaData.class.getName().equals(type.getName())) {
			return MetaData.class;
		}
		return this.classes.getOrDefault(type, UnknownSerializedType.class);
	}

}
