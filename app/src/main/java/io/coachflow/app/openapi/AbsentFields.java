package io.coachflow.app.openapi;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coachflow.contracts.rest.ErrorResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Says of each field of the published records whether it may be null: the generator does
 * not read JSpecify.
 */
@Component
@Order(1)
class AbsentFields implements OpenApiCustomizer {

	private static final String RECORDS = ErrorResponse.class.getPackageName() + ".";

	@Override
	public void customise(OpenAPI document) {
		document.getComponents().getSchemas().forEach((name, schema) -> {
			if (ClassUtils.isPresent(RECORDS + name, getClass().getClassLoader())) {
				mark(schema, ClassUtils.resolveClassName(RECORDS + name, getClass().getClassLoader()));
			}
		});
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
			else if (property.get$ref() != null) {
				schema.addProperty(field,
						new JsonSchema().oneOf(List.of(property, new JsonSchema().typesItem("null"))));
			}
			else if (!required && property.getEnum() == null && property.getTypes() != null) {
				Set<String> types = new LinkedHashSet<>(property.getTypes());
				types.add("null");
				property.setTypes(types);
			}
		}
	}

}
