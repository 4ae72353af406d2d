package io.coachflow.app.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.rest.ErrorResponse;
import io.coachflow.query.feed.KafkaPublisher;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Marks the fields of the published records that may be null, because the generator does
 * not read JSpecify: https://github.com/swagger-api/swagger-core/issues/4848.
 */
@Component
@Order(2)
class AbsentFields implements OpenApiCustomizer {

	private static final List<String> PACKAGES = List.of(ErrorResponse.class.getPackageName(),
			Brief.class.getPackageName(), KafkaPublisher.class.getPackageName());

	@Override
	public void customise(OpenAPI document) {
		Map<String, Class<?>> records = new HashMap<>();
		document.getComponents().getSchemas().keySet().forEach((name) -> find(name, records));
		document.getComponents().getSchemas().forEach((name, schema) -> {
			Class<?> type = records.get(name);
			if (type != null && schema.getProperties() != null) {
				mark(schema, type);
			}
		});
	}

	private void find(String name, Map<String, Class<?>> records) {
		for (String path : PACKAGES) {
			String type = path + "." + name;
			if (ClassUtils.isPresent(type, getClass().getClassLoader())) {
				Class<?> found = ClassUtils.resolveClassName(type, getClass().getClassLoader());
				Stream.concat(Stream.of(found), Arrays.stream(found.getDeclaredClasses()))
					.filter(Class::isRecord)
					.forEach((it) -> records.put(it.getSimpleName(), it));
			}
		}
	}

	private static void mark(Schema<?> schema, Class<?> type) {
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				mark(schema, component.getType());
				continue;
			}
			String field = Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
				.map(JsonProperty::value)
				.orElse(component.getName());
			Schema<?> property = schema.getProperties().get(field);
			boolean required = schema.getRequired() != null && schema.getRequired().contains(field);
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				schema.addRequiredItem(field);
			}
			else if (property == null) {
				// The field is not published
				continue;
			}
			else if (property.get$ref() != null) {
				schema.addProperty(field,
						new JsonSchema().oneOf(List.of(property, new JsonSchema().typesItem("null"))));
			}
			else if (property.getOneOf() != null) {
				addOnce(property.getOneOf(), new JsonSchema().typesItem("null"));
			}
			else if (property.getEnum() != null && !type.getSimpleName().endsWith("Request")) {
				// In a request, the client leaves it out
				property.setTypes(new LinkedHashSet<>(List.of("string", "null")));
				List<?> values = property.getEnum();
				if (!values.contains(null)) {
					values.add(null);
				}
			}
			else if (!required && property.getEnum() == null && property.getTypes() != null) {
				Set<String> types = new LinkedHashSet<>(property.getTypes());
				types.add("null");
				property.setTypes(types);
			}
		}
	}

	/** A field that is unwrapped into another record is met twice. */
	private static <T> void addOnce(List<T> list, T item) {
		if (!list.contains(item)) {
			list.add(item);
		}
	}

}
