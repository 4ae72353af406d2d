package io.coachflow.llm;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a record, as strict structured outputs need it: every property is
 * required and no others are allowed.
 */
final class RecordSchema {

	private RecordSchema() {
	}

	static JsonSchema of(String name, Class<?> type) {
		return JsonSchema.builder().name(name).rootElement(object(type, null)).build();
	}

	private static JsonObjectSchema object(Class<?> type, @Nullable String description) {
		JsonObjectSchema.Builder object = JsonObjectSchema.builder()
			.description(description)
			.additionalProperties(false);
		List<String> names = Arrays.stream(type.getRecordComponents()).map(RecordSchema::name).toList();
		for (RecordComponent component : type.getRecordComponents()) {
			Described described = component.getAnnotation(Described.class);
			object.addProperty(name(component),
					element(component.getGenericType(), (described != null) ? described.value() : null));
		}
		return object.required(names).build();
	}

	private static JsonSchemaElement element(Type type, @Nullable String description) {
		if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			return JsonArraySchema.builder()
				.description(description)
				.items(element(list.getActualTypeArguments()[0], null))
				.build();
		}
		if (!(type instanceof Class<?> plain)) {
			throw new IllegalArgumentException("A model cannot fill " + type.getTypeName()
					+ ": use strings, numbers, booleans, enums, lists and records");
		}
		if (plain.isRecord()) {
			return object(plain, description);
		}
		if (plain.isEnum()) {
			return JsonEnumSchema.builder()
				.description(description)
				.enumValues(Arrays.stream(plain.getEnumConstants()).map(RecordSchema::constant).toList())
				.build();
		}
		return switch (plain.getName()) {
			case "java.lang.String" -> JsonStringSchema.builder().description(description).build();
			case "int", "long" -> JsonIntegerSchema.builder().description(description).build();
			case "double" -> JsonNumberSchema.builder().description(description).build();
			case "boolean" -> JsonBooleanSchema.builder().description(description).build();
			default -> throw new IllegalArgumentException("A model cannot fill " + plain.getName());
		};
	}

	private static String name(RecordComponent component) {
		return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private static String constant(Object value) {
		return ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
	}

}
