package io.coachflow.console.operations;

import java.util.function.Function;

import io.coachflow.console.api.ApiException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the health endpoint. A part that is not well answers with an error status, which
 * is what it says and no failure of the call.
 */
final class HealthCalls {

	private static final String HEALTH = "/actuator/health";

	private static final int NOT_FOUND = 404;

	private static final int UNAVAILABLE = 503;

	/** The error of the API itself; health has a status alone. */
	private static final String API_UNAVAILABLE = "SERVICE_UNAVAILABLE";

	private final Function<String, JsonNode> get;

	HealthCalls(Function<String, JsonNode> get) {
		this.get = get;
	}

	HealthView read() {
		JsonNode all = status(HEALTH);
		if (!all.has("components")) {
			ObjectNode whole = JsonNodeFactory.instance.objectNode();
			whole.set("status", all.path("status"));
			whole.set("components", components());
			all = whole;
		}
		return HealthView.of(all, status(HEALTH + "/readiness"), status(HEALTH + "/self-audit"));
	}

	/** The parts one by one, to find the one that is not well. */
	private ObjectNode components() {
		ObjectNode components = JsonNodeFactory.instance.objectNode();
		for (String name : HealthView.NAMED) {
			try {
				components.set(name, status(HEALTH + "/" + name));
			}
			catch (ApiException ex) {
				if (ex.status() != NOT_FOUND) {
					throw ex;
				}
			}
		}
		return components;
	}

	private JsonNode status(String path) {
		try {
			return this.get.apply(path);
		}
		catch (ApiException ex) {
			if (ex.status() != UNAVAILABLE || ex.error().equals(API_UNAVAILABLE)) {
				throw ex;
			}
			return JsonNodeFactory.instance.objectNode().put("status", "DOWN");
		}
	}

}
