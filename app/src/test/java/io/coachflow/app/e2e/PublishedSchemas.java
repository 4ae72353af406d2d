package io.coachflow.app.e2e;

import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * Checks documents against JSON Schemas, and schemas against that of all schemas.
 */
final class PublishedSchemas {

	private static final SchemaRegistry REGISTRY = SchemaRegistry
		.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private static final String ALL_SCHEMAS = "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}";

	private PublishedSchemas() {
	}

	/** What is wrong with the document by the schema, or with the schema itself. */
	static List<String> flaws(String schema, String document) {
		List<String> flaws = new java.util.ArrayList<>(check(REGISTRY.getSchema(ALL_SCHEMAS), schema));
		flaws.addAll(check(REGISTRY.getSchema(schema), document));
		return flaws;
	}

	private static List<String> check(Schema schema, String document) {
		return schema.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
	}

}
