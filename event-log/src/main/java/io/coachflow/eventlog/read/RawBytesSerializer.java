package io.coachflow.eventlog.read;

import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message return its stored bytes. A message from a store returns them unchanged
 * to a serializer that equals the one that read it, and serializes itself again for any
 * other. So this one equals every serializer; the equality is one-way and has no other
 * use. It refuses to read, so no class is ever loaded.
 */
final class RawBytesSerializer implements Serializer {

	private final Converter converter;

	RawBytesSerializer(Converter converter) {
		this.converter = converter;
	}

	@Override
	public Converter getConverter() {
		return this.converter;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Serializer;
	}

	@Override
	public int hashCode() {
		return 0;
	}

	@Override
	public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
		throw new IllegalStateException("The event was not read from a store");
	}

	@Override
	public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
		return false;
	}

	@Override
	public <S, T> T deserialize(SerializedObject<S> serializedObject) {
		throw new UnsupportedOperationException();
	}

	@Override
	@SuppressWarnings("rawtypes")
	public Class classForType(SerializedType type) {
		throw new UnsupportedOperationException();
	}

	@Override
	@SuppressWarnings("rawtypes")
	public SerializedType typeForClass(@Nullable Class type) {
		throw new UnsupportedOperationException();
	}

}
