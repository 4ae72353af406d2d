package io.coachflow.contracts.schema;

import java.util.ArrayList;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/**
 * Validates documents against JSON Schemas, formats such as {@code date-time} included,
 * and schemas against the meta-schema.
 */
public final class JsonSchemas {

	private static final SchemaRegistry LATEST = registry(SpecificationVersion.DRAFT_2020_12);

	private static final SchemaRegistry DRAFT_7 = registry(SpecificationVersion.DRAFT_7);

	private static final String ALL_SCHEMAS = "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}";

	private JsonSchemas() {
	}

	/** The errors in the document, or in the schema itself. */
	public static List<String> flaws(String schema, String document) {
		List<String> flaws = new ArrayList<>(check(LATEST, ALL_SCHEMAS, schema));
		flaws.addAll(check(LATEST, schema, document));
		return flaws;
	}

	/** The errors in the document under a schema of an older draft. */
	public static List<String> flawsByDraft7(String schema, String document) {
		return check(DRAFT_7, schema, document);
	}

	private static List<String> check(SchemaRegistry registry, String schema, String document) {
		return registry.getSchema(schema).validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
	}

	/** In newer drafts formats are annotations by default. */
	private static SchemaRegistry registry(SpecificationVersion version) {
		SchemaRegistryConfig strict = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
		return SchemaRegistry.withDefaultDialect(version, (registry) -> registry.schemaRegistryConfig(strict));
	}

}
