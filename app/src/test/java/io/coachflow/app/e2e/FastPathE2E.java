package io.coachflow.app.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The frequent calls answer the same on both ways. A token's scheme in lower case, which
 * RFC 9110 allows, is enough to take the way through all filters.
 */
@OnSharedCoachflow
class FastPathE2E {

	private static final String STRANGERS = UUID.randomUUID().toString();

	private static final Pattern VOLATILE = Pattern
		.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\"timestamp\":[0-9.]+");

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final String foreign;

	FastPathE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.foreign = coachflow.caller("demo2", "coaching").startedSession();
		// A token takes the fast way from its second request on
		this.demo.startedSession();
	}

	@Test
	void bothWaysAnswerTheSame() {
		double fast = count("fast");
		List<String> answers = answers("Bearer");
		assertThat(count("fast") - fast).isEqualTo(answers.size());

		double filters = count("filters");
		assertThat(answers("bearer")).containsExactlyElementsOf(answers);
		assertThat(count("filters") - filters).isEqualTo(answers.size());
	}

	@Test
	void springsTimerCountsEachRequestOnceWhicheverWayItTakes() {
		String name = "http_server_requests_seconds_count";
		List<String> tags = List.of("error=\"none\"", "exception=\"none\"", "method=\"POST\"",
				"outcome=\"CLIENT_ERROR\"", "status=\"404\"", "uri=\"/api/v1/coaching/step\"");
		double before = metric(name, tags);

		for (String scheme : List.of("Bearer", "bearer", "Bearer")) {
			assertThat(send(scheme, "POST", "/step", "{\"session_id\":\"" + STRANGERS + "\",\"user_response\":\"x\"}")
				.status()).isEqualTo(404);
		}

		assertThat(metric(name, tags) - before).isEqualTo(3);
	}

	@Test
	void aTokenWithoutTheScopeIsRefusedByTheFilters() {
		Caller auditor = this.coachflow.caller("auditor", "coaching:audit");
		for (int i = 0; i < 2; i++) {
			Refusal.assertRefused(auditor.session(STRANGERS), 403, "FORBIDDEN");
			Refusal.assertRefused(auditor.start(Map.of()), 403, "FORBIDDEN");
		}
	}

	private List<String> answers(String scheme) {
		List<String> answers = new ArrayList<>();
		Answer started = send(scheme, "POST", "/start", "{\"business_name\":\"Teranga\"}", "Accept-Language", "fr");
		String session = started.field("session_id");
		String key = UUID.randomUUID().toString();
		String step = "{\"session_id\":\"" + session + "\",\"user_response\":\"Nous nourrissons Dakar.\"}";
		answers.add(shown(started));
		answers.add(shown(send(scheme, "POST", "/start", "")));
		answers.add(shown(send(scheme, "POST", "/start", "{\"session_id\":\"" + session + "\"}")));
		answers.add(shown(send(scheme, "POST", "/step", step, "Idempotency-Key", key)));
		answers.add(shown(send(scheme, "POST", "/step", step, "Idempotency-Key", key)));
		answers.add(shown(send(scheme, "POST", "/step", step, "Idempotency-Key", "")));
		answers.add(shown(send(scheme, "POST", "/step", step, "If-Match", "\"99\"")));
		answers.add(shown(send(scheme, "POST", "/step", "{\"session_id\":")));
		answers.add(shown(send(scheme, "POST", "/step", "{}")));
		answers.add(shown(send(scheme, "POST", "/step", step.replace(session, this.foreign))));
		answers.add(shown(send(scheme, "POST", "/step", step.replace(session, STRANGERS))));
		answers.add(shown(send(scheme, "POST", "/step", step.replace("}", ",\"step\":\"offre\"}"))));
		answers.add(shown(send(scheme, "POST", "/complete", "{\"session_id\":\"" + session + "\"}")));
		answers.add(shown(send(scheme, "GET", "/session/" + session, null)));
		answers.add(shown(send(scheme, "GET", "/session/" + this.foreign, null)));
		answers.add(shown(send(scheme, "GET", "/session/" + STRANGERS, null)));
		return answers;
	}

	private Answer send(String scheme, String method, String path, String body, String... headers) {
		Map<String, String> all = new LinkedHashMap<>(
				Map.of("Authorization", scheme + " " + this.demo.token(), "Accept", "application/json"));
		if (body != null) {
			all.put("Content-Type", "application/json");
		}
		for (int i = 0; i < headers.length; i += 2) {
			all.put(headers[i], headers[i + 1]);
		}
		return this.demo.with(null).send(method, Caller.COACHING + path, body, all);
	}

	/** Status, headers and body, but for what differs between any two requests. */
	private static String shown(Answer answer) {
		Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
		headers.keySet().removeAll(List.of("date", "content-length", "transfer-encoding"));
		Matcher text = VOLATILE.matcher(answer.status() + " " + headers + " " + answer.text());
		return text.replaceAll("*");
	}

	private double count(String way) {
		return metric("coachflow_http_requests_total", List.of("way=\"" + way + "\""));
	}

	private double metric(String name, List<String> tags) {
		return this.coachflow.caller("admin", "coaching:admin")
			.get("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> line.startsWith(name + "{") && tags.stream().allMatch(line::contains))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

}
