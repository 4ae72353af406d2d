package io.coachflow.saga.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.schema.JsonSchemas;
import tools.jackson.databind.json.JsonMapper;

/**
 * Validates results with the published JSON Schemas.
 */
public final class ResultSchemas {

	private static final JsonMapper JSON = new JsonMapper();

	private ResultSchemas() {
	}

	/** The violations of a result, by its agent's schema. */
	public static List<String> flaws(Agent agent, AgentOutput made) {
		return JsonSchemas.flaws(schema(agent), JSON.writeValueAsString(made.result()));
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
