package io.coachflow.console.operations;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HealthViewTests {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	@Test
	void statusesAreWords() {
		HealthView view = HealthView.of(json("""
				{"status": "DEGRADED", "groups": ["liveness"], "components":
				{"db": {"status": "UP"}, "redis": {"status": "DEGRADED"}, "livenessState": {"status": "UP"},
				"<script>": {"status": "<script>"}}}"""), json("{\"status\": \"OUT_OF_SERVICE\"}"), json("""
				{"status": "UP", "components": {"selfAudit": {"status": "UP", "details":
				{"verified_through_position": 1042, "mismatches": 0}}}}"""));
		assertThat(view.status()).isEqualTo("degraded");
		assertThat(view.liveness()).isEqualTo("up");
		assertThat(view.readiness()).isEqualTo("out_of_service");
		assertThat(view.verified()).isEqualTo(1042);
		assertThat(view.mismatches()).isZero();
		assertThat(view.components()).contains(
				new HealthView.Component("redis", "operations.component.redis", "degraded"),
				new HealthView.Component("<script>", null, "unknown"));
	}

	@Test
	void whatTheServiceDoesNotTellIsUnknown() {
		HealthView view = HealthView.of(json("{}"), json("{}"), json("{\"status\": \"UNKNOWN\"}"));
		assertThat(view.status()).isEqualTo("unknown");
		assertThat(view.components()).isEmpty();
		assertThat(view.verified()).isNull();
		assertThat(view.mismatches()).isNull();
	}

	private static JsonNode json(String text) {
		return MAPPER.readTree(text);
	}

}
