package io.coachflow.console.samples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.coachflow.console.api.CoachflowApi;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the invented sessions, through the API, as the user who is signed in.
 */
@Component
@Profile("!prod")
class SampleSessions {

	/** In the order of the API. */
	private static final List<String> STEPS = List.of("vision", "mission", "clientele", "differentiation", "offre");

	private static final List<String> FACTS = List.of("business_name", "sector", "city", "country");

	private final CoachflowApi api;

	private final JsonNode samples;

	SampleSessions(CoachflowApi api, JsonMapper mapper) {
		this.api = api;
		this.samples = mapper.readTree(getClass().getResourceAsStream("/samples/sessions.json"));
	}

	/**
	 * Makes the sessions.
	 * @param key the same for the same click, which then makes nothing twice
	 */
	void make(String key) {
		for (JsonNode sample : this.samples) {
			if (sample.get("answers").size() == STEPS.size()) {
				send("/from-brief", sample, key + "-" + sample.get("id").asString(), sample);
			}
			else {
				begin(sample, key + "-" + sample.get("id").asString());
			}
		}
	}

	private void begin(JsonNode sample, String key) {
		Map<String, String> facts = FACTS.stream()
			.filter(sample::has)
			.collect(Collectors.toMap((fact) -> fact, (fact) -> sample.get(fact).asString()));
		String session = send("/start", facts, key, sample).get("session_id").asString();
		for (String step : STEPS) {
			if (sample.get("answers").has(step)) {
				send("/step", Map.of("session_id", session, "step", step, "user_response",
						sample.get("answers").get(step).asString()), key + "-" + step, sample);
			}
		}
	}

	private JsonNode send(String path, Object body, String key, JsonNode sample) {
		return this.api.call(HttpMethod.POST, "/api/v1/coaching" + path)
			.header("Idempotency-Key", key)
			.header(HttpHeaders.ACCEPT_LANGUAGE, Locale.of(sample.get("language").asString()).toLanguageTag())
			.body(body)
			.as(JsonNode.class);
	}

}
