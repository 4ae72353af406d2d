package io.coachflow.app.e2e;

import java.util.List;
import java.util.Map;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Analysts read figures, and nothing else.
 */
@OnSharedCoachflow
class AnalyticsE2E {

	private static final String ANALYTICS = "/api/v1/analytics";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller analyst;

	AnalyticsE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.analyst = coachflow.caller("analyst", "coaching:analytics");
	}

	@Test
	void theFunnelCountsHowFarSessionsCome() {
		JsonNode before = group("sector", "agriculture");
		session("agriculture", 5);
		session("agriculture", 2);
		session("agriculture", 0);

		await().untilAsserted(() -> {
			JsonNode after = group("sector", "agriculture");
			assertThat(more(before, after, "/started")).isEqualTo(3);
			assertThat(more(before, after, "/reached/vision")).isEqualTo(3);
			assertThat(more(before, after, "/reached/mission")).isEqualTo(2);
			assertThat(more(before, after, "/reached/clientele")).isEqualTo(2);
			assertThat(more(before, after, "/reached/differentiation")).isEqualTo(1);
			assertThat(more(before, after, "/reached/offre")).isEqualTo(1);
			assertThat(more(before, after, "/completed")).isEqualTo(1);
			assertThat(more(before, after, "/package_ready")).isEqualTo(1);
			assertThat(more(before, after, "/expired")).isZero();
		});
		assertThat(group("language", "en").at("/started").asLong()).isGreaterThanOrEqualTo(3);
		assertThat(this.analyst.get(ANALYTICS + "/funnel").json().get("groups")).isNotEmpty();
		assertThat(this.analyst.get(ANALYTICS + "/funnel?from=2001-01-01&to=2001-12-31").json().get("groups"))
			.isEmpty();
	}

	@Test
	void stepsAreTimedAndCostsAddedUp() {
		session("agriculture", 5);

		await().untilAsserted(() -> {
			JsonNode steps = this.analyst.get(ANALYTICS + "/steps?sector=agriculture&language=en").json().get("steps");
			assertThat(steps.valueStream().map((it) -> it.get("step").asString()))
				.containsExactlyElementsOf(CoachingSessionE2E.STEPS);
			steps.forEach((it) -> {
				assertThat(it.get("answered").asLong()).isPositive();
				assertThat(it.get("median_seconds").asDouble()).isBetween(0.0, it.get("p90_seconds").asDouble());
			});
			JsonNode costs = this.analyst.get(ANALYTICS + "/costs").json().get("costs");
			assertThat(costs.valueStream().map((it) -> it.get("agent").asString())).contains("research", "content",
					"logo", "seo", "template");
			assertThat(costs.at("/0/model").asString()).isEqualTo("rules");
			assertThat(costs.at("/0/results").asLong()).isPositive();
		});
		JsonNode nobody = this.analyst.get(ANALYTICS + "/steps?sector=nobody").json().at("/steps/0");
		assertThat(nobody.get("answered").asLong()).isZero();
		assertThat(nobody.get("median_seconds").isNull()).isTrue();
	}

	@Test
	void figuresComeAsTablesToo() {
		session("agriculture", 1);

		await().untilAsserted(() -> {
			Answer csv = this.analyst.get(ANALYTICS + "/funnel?group_by=sector&format=csv");
			assertThat(csv.header("Content-Type")).startsWith("text/csv");
			assertThat(csv.text()).startsWith("sector,started,reached_vision,reached_mission,")
				.contains("\r\nagriculture,");
		});
		assertThat(this.analyst.get(ANALYTICS + "/steps?format=csv").text()).startsWith("step,answered,median_seconds");
		assertThat(this.analyst.get(ANALYTICS + "/costs?format=csv").text()).startsWith("day,agent,model,");
	}

	@Test
	void acceptChoosesTheFormAndTheParameterOutweighsIt() {
		for (String path : List.of("/funnel", "/steps", "/costs")) {
			Answer csv = this.analyst.get(ANALYTICS + path, "Accept", "text/csv");
			assertThat(csv.header("Content-Type")).as(path).startsWith("text/csv");
			assertThat(csv.response().headers().allValues("Vary")).contains("Accept");
			assertThat(csv.text()).isEqualTo(this.analyst.get(ANALYTICS + path + "?format=csv").text());
			assertThat(this.analyst.get(ANALYTICS + path + "?format=json", "Accept", "text/csv").header("Content-Type"))
				.isEqualTo("application/json");
			assertThat(this.analyst.get(ANALYTICS + path + "?format=csv", "Accept", "text/html").header("Content-Type"))
				.startsWith("text/csv");
			assertThat(
					this.analyst.get(ANALYTICS + path, "Accept", "text/html;q=0.9, */*;q=0.8").header("Content-Type"))
				.isEqualTo("application/json");
			assertRefused(this.analyst.get(ANALYTICS + path, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/funnel?group_by=user", "/funnel?from=2026-13-01",
			"/funnel?from=2026-02-02&to=2026-02-01", "/steps?from=2020-01-01&to=2026-01-01", "/costs?format=xml" })
	void whatMakesNoSenseIsRefused(String query) {
		assertRefused(this.analyst.get(ANALYTICS + query), 400, "INVALID_REQUEST");
	}

	@Test
	void othersAreRefused() {
		for (String path : List.of("/funnel", "/steps", "/costs")) {
			assertRefused(this.demo.get(ANALYTICS + path), 403, "FORBIDDEN");
			assertRefused(this.coachflow.stranger().get(ANALYTICS + path), 401, "UNAUTHORIZED");
		}
	}

	private void session(String sector, int answers) {
		String session = this.demo.start(Map.of("sector", sector)).field("session_id");
		CoachingSessionE2E.STEPS.subList(0, answers)
			.forEach((step) -> this.demo.step(session, "We grow 30 tons of mangoes near Thiès for " + step));
	}

	private JsonNode group(String by, String name) {
		return this.analyst.get(ANALYTICS + "/funnel?group_by=" + by)
			.json()
			.get("groups")
			.valueStream()
			.filter((it) -> it.get("group").asString().equals(name))
			.findFirst()
			.orElseGet(() -> this.analyst.get(ANALYTICS + "/funnel?from=2001-01-01&to=2001-01-01").json());
	}

	private static long more(JsonNode before, JsonNode after, String path) {
		return after.at(path).asLong(0) - before.at(path).asLong(0);
	}

}
