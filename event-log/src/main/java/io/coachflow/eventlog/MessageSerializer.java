package io.coachflow.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Writes commands, queries and their answers as JSON, to send them between nodes through
 * Axon Server. Besides the classes of a store, an answer may be a string, a list of
 * strings or a boolean; it reads nothing else.
 */
class MessageSerializer extends StoreSerializer {

	private static final Set<String> ANSWERS = Set.of(String.class.getName(), ArrayList.class.getName(),
			Boolean.class.getName());

	/**
	 * Writes every list as an {@link ArrayList}: the immutable lists of the JDK cannot be
	 * created by name.
	 */
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
