package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * HEAD is GET without the body, on every path: the same status and headers, at once on a
 * stream too, and the connection is good for the next request.
 */
@OnSharedCoachflow
class HeadE2E {

	/** Of the connection or of the moment, not of what is there. */
	private static final Set<String> PASSING = Set.of("date", "content-length", "transfer-encoding", "connection",
			"keep-alive", "next-cursor");

	private final RunningCoachflow coachflow;

	private final Map<String, String> values;

	HeadE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		Caller demo = coachflow.demo();
		String session = demo.startedSession();
		CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
		String path = Caller.COACHING + "/session/" + session + "/package";
		await().until(() -> demo.get(path).field("status").equals("complete"));
		this.values = Map.of("session_id", session, "n", "1", "type", "io.coachflow.session.started.v1",
				"from_sequence", "0", "to_sequence", "1");
	}

	@Test
	void headIsGetWithoutTheBodyEverywhere() throws IOException {
		SoftAssertions all = new SoftAssertions();
		int compared = 0;
		for (ApiOperation operation : ApiOperation.reading(this.coachflow)) {
			for (String client : clientsOf(operation)) {
				String token = this.coachflow.caller(client, ApiOperation.scope(client)).token();
				for (String accept : operation.streams() ? List.of("*/*", "text/event-stream") : List.of("*/*")) {
					compare(all, operation.url(urlValues(operation)), token, accept, operation + " as " + client);
					compared++;
				}
			}
		}
		for (String path : List.of("/v3/api-docs", "/swagger-ui/index.html", "/actuator/health", "/nowhere")) {
			compare(all, path, this.coachflow.demo().token(), "*/*", path);
		}
		all.assertThat(compared).isGreaterThan(30);
		all.assertAll();
		// A consumer of another test that has hung up is noticed after two heartbeats at
		// most
		await().atMost(Duration.ofSeconds(45))
			.untilAsserted(() -> assertThat(this.coachflow.metric("coachflow_feed_consumers")).isEqualTo("0.0"));
	}

	/**
	 * A query parameter named type is a filter, which would only narrow what is there.
	 */
	private Map<String, String> urlValues(ApiOperation operation) {
		Map<String, String> fitting = new LinkedHashMap<>(this.values);
		if (!operation.path().contains("{session_id}")) {
			fitting.remove("session_id");
		}
		return fitting;
	}

	private static List<String> clientsOf(ApiOperation operation) {
		return (operation.path().contains("/history") || operation.path().startsWith("/api/v1/events"))
				? List.of(operation.client(), "auditor") : List.of(operation.client());
	}

	private void compare(SoftAssertions all, String url, String token, String accept, String what) throws IOException {
		Head got = ask("GET", url, token, accept);
		Head headed = ask("HEAD", url, token, accept);
		all.assertThat(headed.status()).as("HEAD %s %s", what, accept).isEqualTo(got.status());
		all.assertThat(headed.headers()).as("HEAD %s %s", what, accept).isEqualTo(got.headers());
	}

	private record Head(int status, Map<String, String> headers) {
	}

	/**
	 * Reads the head of the answer, and behind one to HEAD the whole answer to another
	 * request on the same connection.
	 */
	private Head ask(String method, String url, String token, String accept) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.coachflow.port())) {
			socket.setSoTimeout(20_000);
			write(socket, method + " " + url + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
					+ "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
			String head = head(socket.getInputStream());
			if (method.equals("HEAD")) {
				write(socket, "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n");
				assertThat(head(socket.getInputStream())).as("what follows HEAD %s", url).startsWith("HTTP/1.1 200");
			}
			Map<String, String> headers = new TreeMap<>();
			head.lines().skip(1).forEach((line) -> {
				String name = line.substring(0, line.indexOf(':')).toLowerCase();
				if (!PASSING.contains(name)) {
					headers.merge(name, line.substring(line.indexOf(':') + 1).strip(),
							(one, other) -> one + "; " + other);
				}
			});
			return new Head(Integer.parseInt(head.split(" ")[1]), headers);
		}
	}

	private static void write(Socket socket, String request) throws IOException {
		socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			assertThat(next).as("the answer ended after '%s'", head).isNotNegative();
			head.append((char) next);
		}
		return head.substring(0, head.length() - 4);
	}

}
