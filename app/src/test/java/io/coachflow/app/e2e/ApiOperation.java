package io.coachflow.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A call of the interface as the OpenAPI document describes it, so that a test can walk
 * all of them and whoever adds one is met by it.
 */
record ApiOperation(String method, String path, JsonNode description) {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	/**
	 * A parameter.
	 *
	 * @param in {@code path}, {@code query} or {@code header}
	 */
	record Parameter(String name, String in, boolean required) {
	}

	/** All that the running application publishes. */
	static List<ApiOperation> all(RunningCoachflow coachflow) {
		List<ApiOperation> all = new ArrayList<>();
		coachflow.stranger()
			.get("/v3/api-docs")
			.json()
			.get("paths")
			.forEachEntry((path, methods) -> methods.forEachEntry(
					(method, description) -> all.add(new ApiOperation(method.toUpperCase(), path, description))));
		return all;
	}

	static List<ApiOperation> reading(RunningCoachflow coachflow) {
		return all(coachflow).stream().filter((it) -> SAFE.contains(it.method())).toList();
	}

	static List<ApiOperation> changing(RunningCoachflow coachflow) {
		return all(coachflow).stream().filter((it) -> !SAFE.contains(it.method())).toList();
	}

	List<Parameter> parameters() {
		return this.description.path("parameters")
			.valueStream()
			.map((it) -> new Parameter(it.get("name").asString(), it.get("in").asString(),
					it.path("required").asBoolean(false)))
			.toList();
	}

	boolean hasBody() {
		return this.description.has("requestBody");
	}

	boolean streams() {
		return this.description.at("/responses/200/content").has("text/event-stream");
	}

	/** The local client that has the scope for it. */
	String client() {
		return switch (this.path.split("/")[3]) {
			case "coaching" -> "demo";
			case "audit" -> "auditor";
			case "events" -> "consumer";
			case "analytics" -> "analyst";
			case "admin" -> "admin";
			default -> throw new AssertionError("Which client may " + this + "? Say so here.");
		};
	}

	static String scope(String client) {
		return switch (client) {
			case "auditor" -> "coaching:audit";
			case "consumer" -> "coaching:events";
			case "analyst" -> "coaching:analytics";
			case "admin" -> "coaching:admin";
			default -> "coaching";
		};
	}

	/**
	 * The path with the values in it, and the query parameters that it cannot do without.
	 */
	String url(Map<String, String> values) {
		StringBuilder url = new StringBuilder(this.path);
		for (Parameter it : parameters()) {
			String value = values.getOrDefault(it.name(), it.required() ? "1" : "");
			if (it.in().equals("path")) {
				int at = url.indexOf("{" + it.name() + "}");
				url.replace(at, at + it.name().length() + 2, value);
			}
			else if (it.in().equals("query") && !value.isEmpty()) {
				url.append((url.indexOf("?") < 0) ? '?' : '&').append(it.name()).append('=').append(value);
			}
		}
		return url.toString();
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
