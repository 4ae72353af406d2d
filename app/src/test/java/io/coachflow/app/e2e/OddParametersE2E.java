package io.coachflow.app.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.app.e2e.ApiOperation.Parameter;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every parameter of every call that the OpenAPI document names, with values that nobody
 * means: the caller is told so in the one shape, and nothing fails.
 */
@OnSharedCoachflow
class OddParametersE2E {

	/** No text, or more of it than any parameter needs: never to be taken. */
	private static final List<String> NO_TEXTS = List.of("%00", "a%00b", "%C3%28", "%ED%A0%80", "%FF", "%zz",
			"x".repeat(5_000));

	private static final List<String> ODD_TEXTS = List.of("%20", "%0D%0A", "%F0%9F%8D%B2", "%E2%80%AE", "'--", "1e9",
			"-9223372036854775808", "9223372036854775807", "99999999999999999999", "2026-13-45");

	/** Days and moments that a calendar knows, and PostgreSQL or arithmetic does not. */
	private static final List<String> FAR_AWAY = List.of("%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01",
			"-4713-01-01", "0000-01-01", "5874898-01-01", "%2B999999999-12-31T23:59:59-18:00",
			"-999999999-01-01T00:00:00%2B18:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");

	private static final Set<String> TIMES = Set.of("from", "to", "started_from", "started_to", "as_of_time");

	private static final List<String> ODD_HEADERS = List.of("x", "\u00e9\u00ff", "\"", "*/*;q=x", "a".repeat(5_000),
			"99999999999999999999");

	private final RunningCoachflow coachflow;

	private final String session;

	private final Map<String, String> tokens = new HashMap<>();

	OddParametersE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.session = coachflow.demo().startedSession();
	}

	@Test
	void noParameterMakesACallFail() throws IOException {
		SoftAssertions all = new SoftAssertions();
		int tried = 0;
		for (ApiOperation operation : ApiOperation.all(this.coachflow)) {
			for (Parameter parameter : operation.parameters()) {
				for (String value : valuesFor(parameter)) {
					RawHttp.Answer answer = send(operation, parameter, value);
					tried++;
					String what = operation + " " + parameter.name() + "="
							+ value.substring(0, Math.min(40, value.length()));
					if (answer.status() >= 400) {
						all.check(() -> Refusal.assertRefused(answer, answer.status(), errorOf(answer)));
					}
					all.assertThat(answer.status()).as("%s: %s", what, answer).isLessThan(500);
					if (isToBeRefused(parameter, value)) {
						all.assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(400);
					}
				}
			}
		}
		all.assertThat(tried).isGreaterThan(500);
		all.assertAll();
	}

	private static List<String> valuesFor(Parameter parameter) {
		if (parameter.in().equals("header")) {
			return ODD_HEADERS;
		}
		List<String> values = new ArrayList<>(NO_TEXTS);
		values.addAll(TIMES.contains(parameter.name()) ? FAR_AWAY : ODD_TEXTS);
		return values;
	}

	private static boolean isToBeRefused(Parameter parameter, String value) {
		return parameter.in().equals("query")
				&& (NO_TEXTS.contains(value) || TIMES.contains(parameter.name()) && FAR_AWAY.contains(value));
	}

	private RawHttp.Answer send(ApiOperation operation, Parameter parameter, String value) throws IOException {
		Map<String, String> values = new HashMap<>(
				Map.of("session_id", this.session, "agent", "logo", "name", "no-such-projection"));
		List<String> headers = new ArrayList<>(List.of("Authorization: Bearer " + tokenFor(operation)));
		if (parameter.in().equals("header")) {
			headers.add(parameter.name() + ": " + value);
		}
		else {
			values.put(parameter.name(), value);
		}
		if (operation.hasBody()) {
			headers.add("Content-Type: application/json");
			headers.add("Content-Length: 0");
		}
		return RawHttp.send(this.coachflow.port(), operation.method() + " " + operation.url(values) + " HTTP/1.1",
				headers.toArray(String[]::new));
	}

	private String tokenFor(ApiOperation operation) {
		return this.tokens.computeIfAbsent(operation.client(),
				(client) -> this.coachflow.caller(client, ApiOperation.scope(client)).token());
	}

	private static String errorOf(RawHttp.Answer answer) {
		return switch (answer.status()) {
			case 400 -> new String(answer.body()).contains("INVALID_STEP") ? "INVALID_STEP" : "INVALID_REQUEST";
			case 404 -> new String(answer.body()).contains("SESSION_NOT_FOUND") ? "SESSION_NOT_FOUND" : "NOT_FOUND";
			case 406 -> "NOT_ACCEPTABLE";
			case 409, 412 -> "CONFLICT";
			// Odd keys are keys all the same, and each call has another body
			case 422 -> "IDEMPOTENCY_KEY_REUSED";
			default -> "of no bad parameter";
		};
	}

}
