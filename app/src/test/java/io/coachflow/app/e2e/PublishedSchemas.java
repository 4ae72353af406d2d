package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.springframework.core.io.ClassPathResource;

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
		List<String> flaws = new ArrayList<>(check(REGISTRY.getSchema(ALL_SCHEMAS), schema));
		flaws.addAll(check(REGISTRY.getSchema(schema), document));
		return flaws;
	}

	/** What is wrong with the document by the AsyncAPI Initiative's own schema. */
	static List<String> flawsOfAsyncApi(String document) throws IOException {
		String schema = new ClassPathResource("asyncapi-specs-6.11.1/3.0.0.json")
			.getContentAsString(StandardCharsets.UTF_8);
		return check(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema), document);
	}

	private static List<String> check(Schema schema, String document) {
		return schema.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
	}

}
