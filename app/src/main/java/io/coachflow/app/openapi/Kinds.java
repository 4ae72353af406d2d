package io.coachflow.app.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Describes a value of several kinds as one schema that names the kinds and their
 * discriminator. The generator repeats the kinds at each use, and puts the discriminator
 * on a parent that nothing refers to.
 */
@Component
@Order(1)
class Kinds implements OpenApiCustomizer {

	private static final String SCHEMAS = "#/components/schemas/";

	@Override
	public void customise(OpenAPI document) {
		document.getComponents().getSchemas().forEach((name, schema) -> {
			if (schema.getDiscriminator() != null) {
				describe(name, schema, document.getComponents());
			}
		});
	}

	private static void describe(String name, Schema<?> parent, Components components) {
		String field = parent.getDiscriminator().getPropertyName();
		Map<String, String> kinds = parent.getDiscriminator().getMapping();
		parent.setProperties(null);
		parent.setRequired(null);
		// Otherwise validators that read only the discriminator take null for a kind
		parent.setTypes(Set.of("object"));
		kinds.forEach((kind, reference) -> {
			parent.addOneOfItem(new JsonSchema().$ref(reference));
			components.getSchemas()
				.computeIfPresent(reference.substring(SCHEMAS.length()), (_, schema) -> own(schema, field, kind));
		});
		for (Schema<?> schema : components.getSchemas().values()) {
			if (schema.getProperties() != null) {
				schema.getProperties()
					.replaceAll((_, property) -> isAnyOf(property, kinds.values())
							? new JsonSchema().$ref(SCHEMAS + name) : property);
			}
		}
	}

	/** The schema of the fields that only this kind has, with the field of its name. */
	private static Schema<?> own(Schema<?> schema, String field, String kind) {
		for (Schema<?> own : schema.getAllOf()) {
			if (own.getProperties() != null) {
				own.addProperty(field, new StringSchema()._enum(List.of(kind)));
				own.addRequiredItem(field);
				own.setDescription(schema.getDescription());
				return own;
			}
		}
		return schema;
	}

	private static boolean isAnyOf(Schema<?> property, Collection<String> references) {
		if (property.getOneOf() == null) {
			return false;
		}
		Set<String> kinds = new HashSet<>();
		for (Schema<?> kind : property.getOneOf()) {
			kinds.add(kind.get$ref());
		}
		return kinds.containsAll(references);
	}

}
