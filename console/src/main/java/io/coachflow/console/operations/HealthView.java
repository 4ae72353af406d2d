package io.coachflow.console.operations;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The health of the node that answered.
 *
 * @param status of everything together, as a key in messages, like all others here
 * @param verified the last position that the self-audit compared; null while unknown
 * @param mismatches how many read models differ; null while unknown
 */
record HealthView(String status, String liveness, String readiness, List<Component> components, @Nullable Long verified,
		@Nullable Long mismatches) {

	private static final Set<String> KNOWN = Set.of("up", "down", "degraded", "out_of_service");

	/** The parts that the page has words for. */
	static final List<String> NAMED = List.of("db", "eventLog", "axonServer", "redis", "selfAudit", "livenessState",
			"readinessState", "ping", "ssl");

	/**
	 * A part of the service.
	 *
	 * @param key its name's key in messages; null if it has none there
	 */
	record Component(String name, @Nullable String key, String status) {
	}

	/**
	 * The view of the answers of the health endpoint.
	 * @param all the endpoint's
	 * @param readiness of the group of this name
	 * @param audit of the group {@code self-audit}
	 */
	static HealthView of(JsonNode all, JsonNode readiness, JsonNode audit) {
		List<Component> components = all.path("components")
			.properties()
			.stream()
			.map((part) -> new Component(part.getKey(),
					NAMED.contains(part.getKey()) ? "operations.component." + part.getKey() : null,
					status(part.getValue())))
			.toList();
		JsonNode details = audit.path("components").path("selfAudit").path("details");
		return new HealthView(status(all), status(all.path("components").path("livenessState")), status(readiness),
				components, number(details.path("verified_through_position")), number(details.path("mismatches")));
	}

	private static String status(JsonNode health) {
		String word = health.path("status").asString("").toLowerCase(Locale.ROOT);
		return KNOWN.contains(word) ? word : "unknown";
	}

	private static @Nullable Long number(JsonNode value) {
		return value.isNumber() ? value.asLong() : null;
	}

}
