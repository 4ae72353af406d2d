package io.coachflow.saga.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.coachflow.contracts.enrichment.Agent;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the published JSON Schemas say of results.
 */
public final class ResultSchemas {

	private static final JsonMapper JSON = new JsonMapper();

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private ResultSchemas() {
	}

	/** What is wrong with a result, by the schema of its agent. */
	public static List<String> flaws(Agent agent, Made made) {
		return SCHEMAS.getSchema(schema(agent))
			.validate(JSON.writeValueAsString(made.result()), InputFormat.JSON)
			.stream()
			.map(Object::toString)
			.toList();
	}

	private static String schema(Agent agent) {
		try (InputStream file = ResultSchemas.class.getResourceAsStream("/schemas/agents/" + agent.id() + ".v1.json")) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
