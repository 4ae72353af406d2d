package io.coachflow.app.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the event stream does for the sake of everybody: it has room for so many, tells
 * the quiet that it is alive, and cuts off who does not read.
 */
@Order(LongClasses.FIRST)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedLimitsE2E {

	private static final String EVENTS = "/api/v1/events";

	private static final String QUIET = EVENTS + "?type=io.coachflow.session.resumed";

	/** More than the buffers of both ends take. */
	private static final int MORE_THAN_BUFFERS = 8_000_000;

	private static RunningCoachflow coachflow;

	private static Caller consumer;

	private static Caller auditor;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of("coachflow.feed.max-streams", "3", "coachflow.feed.heartbeat",
				"PT0.5S", "coachflow.roles", "api,projections", "server.tomcat.connection-timeout", "2s"));
		consumer = coachflow.caller("consumer", "coaching:events");
		auditor = coachflow.caller("auditor", "coaching:audit");
	}

	@AfterAll
	static void stop() throws Exception {
		coachflow.close();
	}

	/** First, while there is no event yet. */
	@Test
	@Order(1)
	void whoAsksAnEmptyLogIsAnsweredAtOnce() {
		Answer answer = consumer.get(EVENTS);

		assertThat(answer.json()).isEmpty();
		assertThat(answer.took()).isLessThan(Duration.ofMillis(1_500));
	}

	@Test
	void whoFindsNoRoomIsToldToComeBack() throws Exception {
		try (HttpClient http = HttpClient.newHttpClient();
				EventStream first = follow(http);
				EventStream second = follow(http)) {
			try (EventStream third = follow(http)) {
				assertThat(List.of(first.status(), second.status(), third.status())).containsOnly(200);

				Answer refused = consumer.get(EVENTS);

				assertRefused(refused, 429, "RATE_LIMITED");
				assertThat(refused.header("Retry-After")).isNotBlank();
				assertRefused(consumer.get(EVENTS, "Accept", "text/event-stream"), 429, "RATE_LIMITED");
			}
			await().until(() -> consumer.get(EVENTS).status() == 200);
		}
		awaitNobody();
	}

	@Test
	void aQuietStreamShowsThatItIsAlive() throws Exception {
		try (HttpClient http = HttpClient.newHttpClient(); EventStream stream = follow(http)) {
			await().atMost(Duration.ofSeconds(5)).until(() -> stream.comments() >= 3);
		}
		awaitNobody();
	}

	/**
	 * As a reader has to have it that takes each blank line for an event, and each id for
	 * read as soon as it has seen it.
	 */
	@Test
	void nothingButAnEventEndsWithABlankLine() throws Exception {
		coachflow.demo().startedSession();
		String received;
		try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), coachflow.port())) {
			reader.setSoTimeout(10_000);
			// An HTTP/1.0 response has no chunks; one of the types is passed over
			reader.getOutputStream()
				.write(("GET " + EVENTS
						+ "?type=io.coachflow.session.started HTTP/1.0\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
						+ consumer.token() + "\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			StringBuilder text = new StringBuilder();
			byte[] buffer = new byte[8_192];
			while (Pattern.compile("(?m)^:$").matcher(text).results().count() < 2 || text.indexOf("data: ") < 0) {
				int count = reader.getInputStream().read(buffer);
				assertThat(count).as("%s", text).isPositive();
				text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
			}
			received = text.substring(text.indexOf("\r\n\r\n") + 4);
		}
		assertThat(received).startsWith("retry: 2000\n");
		List<String> blocks = List.of(received.split("\n\n"));
		assertThat(blocks.subList(0, blocks.size() - 1)).isNotEmpty()
			.allSatisfy((block) -> assertThat(block).containsPattern("(?m)^event: .*\ndata: .*\nid: \\S+$"));
		assertThat(received).endsWith(":\n").doesNotEndWith("\n\n");
		awaitNobody();
	}

	@Test
	void whoDoesNotReadIsCutOffAndGoesOnLater() throws Exception {
		List<String> cursors = cursorsOfMuch();
		String received;
		try (Socket lazy = new Socket()) {
			lazy.setReceiveBufferSize(4_096);
			lazy.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), coachflow.port()));
			// An HTTP/1.0 response has no chunks
			lazy.getOutputStream()
				.write(("GET " + EVENTS + " HTTP/1.0\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
						+ auditor.token() + "\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			await().until(() -> coachflow.metric("coachflow_feed_consumers").equals("1.0"));

			await().atMost(Duration.ofSeconds(30))
				.until(() -> coachflow.metric("coachflow_feed_consumers").equals("0.0"));

			received = new String(whatIsLeft(lazy), StandardCharsets.UTF_8);
		}
		List<String> read = Pattern.compile("(?m)^event: .*\ndata: .*\nid: (\\S+)\n\n")
			.matcher(received)
			.results()
			.map((MatchResult it) -> it.group(1))
			.toList();
		assertThat(read).isNotEmpty().isEqualTo(cursors.subList(0, read.size()));
		assertThat(read.size()).isLessThan(cursors.size());
		assertThat(auditor.get(EVENTS + "?limit=1&after=" + read.getLast()).json().at("/0/cursor").asString())
			.isEqualTo(cursors.get(read.size()));
	}

	/** Until the server's end, orderly or not. */
	private static byte[] whatIsLeft(Socket socket) {
		ByteArrayOutputStream left = new ByteArrayOutputStream();
		try {
			socket.getInputStream().transferTo(left);
		}
		catch (IOException _) {
			// Cut off
		}
		return left.toByteArray();
	}

	private static EventStream follow(HttpClient http) {
		return EventStream.open(http, coachflow.port(), consumer.token(), QUIET);
	}

	private static void awaitNobody() {
		await().until(() -> coachflow.metric("coachflow_feed_consumers").equals("0.0"));
	}

	/**
	 * Answers at length until there is more to tell than a lazy reader's buffers take.
	 */
	private static List<String> cursorsOfMuch() {
		Caller demo = coachflow.demo();
		String answer = "We cook in Dakar. ".repeat(500);
		List<String> cursors = new ArrayList<>();
		String cursor = "";
		long told = 0;
		while (told < MORE_THAN_BUFFERS) {
			String session = demo.startedSession();
			CoachingSessionE2E.STEPS
				.forEach((_) -> assertThat(demo.step(session, answer).status()).as("%s", session).isEqualTo(200));
			Answer page = auditor.get(EVENTS + "?limit=1000&after=" + cursor);
			for (JsonNode event : page.json()) {
				cursors.add(event.get("cursor").asString());
			}
			told += page.bytes().length;
			cursor = page.header("Next-Cursor");
		}
		return cursors;
	}

}
