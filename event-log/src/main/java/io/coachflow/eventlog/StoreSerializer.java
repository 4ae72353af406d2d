package io.coachflow.eventlog;

import java.util.List;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes tokens, sagas and the tokens of dead letters as JSON. It reads only classes of
 * Axon and of this project.
 */
class StoreSerializer extends Jackson3Serializer {

	private static final List<String> TRUSTED = List.of("org.axonframework.", "io.coachflow.");

	StoreSerializer() {
		super(Jackson3Serializer.builder()
			// A ReplayToken names the class of the token inside it
			.jsonMapperBuilderCustomizer((json) -> json
				// An earlier version has not stored a number that was added since
				.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
				.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
					.allowIfSubType(TRUSTED.get(0))
					.allowIfSubType(TRUSTED.get(1))
					.build())));
	}

	@Override
	protected String resolveClassName(SerializedType type) {
		if (TRUSTED.stream().noneMatch((trusted) -> type.getName().startsWith(trusted))) {
			throw new SerializationException("A stored object names the class " + type.getName()
					+ ", which is neither Axon's nor Coachflow's: it is not loaded");
		}
		return type.getName();
	}

}
