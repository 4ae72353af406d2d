package io.coachflow.eventlog.texts;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * Reads the events of revision 1, which hold the texts of their guidance in full, as
 * revision 2, which may name them by digest instead. The payload stays as it is.
 */
public class InlineTextsUpcaster extends SingleEventUpcaster {

	/** Each type of revision 1, and what it is read as. */
	public static final Map<SerializedType, SerializedType> TYPES = Stream
		.of("io.coachflow.session.started", "io.coachflow.session.step-answered",
				"io.coachflow.session.clarification-requested", "io.coachflow.session.resumed")
		.collect(Collectors.toUnmodifiableMap((name) -> new SimpleSerializedType(name, "1"),
				(name) -> new SimpleSerializedType(name, "2")));

	@Override
	protected boolean canUpcast(IntermediateEventRepresentation event) {
		return TYPES.containsKey(event.getType());
	}

	@Override
	protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
		SerializedType type = TYPES.getOrDefault(event.getType(), event.getType());
		return event.upcastPayload(type, byte[].class, Function.identity());
	}

}
