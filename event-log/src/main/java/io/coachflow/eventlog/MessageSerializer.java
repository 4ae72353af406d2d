package io.coachflow.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Writes commands, queries and their answers as JSON, for the nodes that Axon Server
 * brings together. An answer may be text, a list of texts, or yes and no besides what a
 * store may hold; nothing else is read back.
 */
class MessageSerializer extends StoreSerializer {

	private static final Set<String> ANSWERS = Set.of(String.class.getName(), ArrayList.class.getName(),
			Boolean.class.getName());

	/** Every list travels as one kind: those of the JDK cannot be made by name. */
	@Override
	@SuppressWarnings("rawtypes")
	public SerializedType typeForClass(@Nullable Class type) {
		return (type != null && List.class.isAssignableFrom(type))
				? new SimpleSerializedType(ArrayList.class.getName(), null) : super.typeForClass(type);
	}

	@Override
	protected String resolveClassName(SerializedType type) {
		return ANSWERS.contains(type.getName()) ? type.getName() : super.resolveClassName(type);
	}

}
