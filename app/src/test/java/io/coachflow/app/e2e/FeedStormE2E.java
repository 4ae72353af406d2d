package io.coachflow.app.e2e;

import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight writers commit, some of them late, while consumers read in their own ways: each
 * gets everything, in the order of the cursor. Seconds of writing:
 * {@code -Dcoachflow.storm.seconds}, 12 by default.
 */
@Order(LongClasses.FIRST)
class FeedStormE2E {

	private static final String EVENTS = "/api/v1/events";

	private static final Duration WRITING = Duration.ofSeconds(Integer.getInteger("coachflow.storm.seconds", 12));

	private static final int IDLE = 1_000;

	private static RunningCoachflow coachflow;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of());
		execute("""
				CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
				    IF random() < 0.01 THEN PERFORM pg_sleep(random() * 0.2); END IF;
				    RETURN NEW;
				END $$""", "CREATE TRIGGER dawdle BEFORE INSERT ON event_log FOR EACH ROW EXECUTE FUNCTION dawdle()");
	}

	@AfterAll
	static void stop() throws Exception {
		coachflow.close();
	}

	@Test
	void everyConsumerGetsEveryEventInOrder() throws Exception {
		AtomicBoolean writing = new AtomicBoolean(true);
		Caller consumer = coachflow.caller("consumer", "coaching:events");
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
				HttpClient http = HttpClient.newHttpClient()) {
			List<Callable<List<String>>> ways = List.of(() -> batches(consumer, writing, 1),
					() -> batches(consumer, writing, 100), () -> stream(http, consumer, writing));
			List<Future<List<String>>> read = ways.stream().map(people::submit).toList();
			List<Future<Integer>> written = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				written.add(people.submit(() -> write(writing)));
			}
			Thread.sleep(WRITING);
			writing.set(false);
			int steps = 0;
			for (Future<Integer> it : written) {
				steps += it.get();
			}
			assertThat(steps).isGreaterThan(50);

			for (Future<List<String>> it : read) {
				assertThat(it.get()).isEqualTo(committed());
			}
		}
	}

	@Test
	void aThousandIdleConsumersTakeNoThreadEachAndOneThatDoesNotReadHarmsNobody() throws Exception {
		Caller consumer = coachflow.caller("consumer", "coaching:events");
		String end = batchesTo(consumer);
		long before = threads();
		List<EventStream> idle = new ArrayList<>();
		try (HttpClient http = HttpClient.newHttpClient(); Socket stuck = new Socket("127.0.0.1", coachflow.port())) {
			// Asks for everything and reads nothing
			stuck.getOutputStream()
				.write(("GET " + EVENTS
						+ " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
						+ consumer.token() + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < IDLE; i++) {
				idle.add(EventStream.open(http, coachflow.port(), consumer.token(), EVENTS + "?after=" + end));
			}
			assertThat(threads() - before).as("threads for %s consumers", IDLE).isLessThan(60);

			String session = coachflow.demo().startedSession();
			for (EventStream stream : List.of(idle.getFirst(), idle.get(IDLE / 2), idle.getLast())) {
				assertThat(stream.next(Duration.ofSeconds(10)).json().get("subject").asString()).isEqualTo(session);
			}
			// Closing it would wait for the streams to end
			http.shutdownNow();
		}
	}

	private static int write(AtomicBoolean writing) {
		Caller demo = coachflow.demo();
		int steps = 0;
		while (writing.get()) {
			String session = demo.startedSession();
			for (int i = 0; i < 3; i++) {
				demo.step(session, "In 2031 we run " + i + " restaurants in Dakar.");
				steps++;
			}
		}
		return steps;
	}

	private static List<String> batches(Caller consumer, AtomicBoolean writing, int limit) {
		List<String> ids = new ArrayList<>();
		String cursor = "";
		while (true) {
			boolean last = !writing.get();
			Answer batch = consumer.get(EVENTS + "?wait=1&limit=" + limit + "&after=" + cursor);
			assertThat(batch.status()).as("%s", batch).isEqualTo(200);
			batch.json().forEach((event) -> ids.add(event.get("id").asString()));
			if (batch.json().isEmpty() && last) {
				return ids;
			}
			cursor = batch.header("Next-Cursor");
		}
	}

	private static String batchesTo(Caller consumer) {
		String cursor = "";
		while (true) {
			Answer batch = consumer.get(EVENTS + "?limit=1000&after=" + cursor);
			assertThat(batch.status()).as("%s", batch).isEqualTo(200);
			if (batch.json().isEmpty()) {
				return batch.header("Next-Cursor");
			}
			cursor = batch.header("Next-Cursor");
		}
	}

	/** Leaves again and again, and comes back with the last id. */
	private static List<String> stream(HttpClient http, Caller consumer, AtomicBoolean writing) throws Exception {
		List<String> ids = new ArrayList<>();
		String last = "";
		while (true) {
			boolean over = !writing.get();
			int some = ThreadLocalRandom.current().nextInt(1, 60);
			try (EventStream stream = EventStream.open(http, coachflow.port(), consumer.token(), EVENTS,
					"Last-Event-ID", last)) {
				for (int i = 0; i < some; i++) {
					EventStream.Event event = stream.next(Duration.ofSeconds(over ? 3 : 20));
					JsonNode json = event.json();
					ids.add(json.get("id").asString());
					last = event.id();
				}
			}
			catch (AssertionError ex) {
				if (over) {
					return new ArrayList<>(new LinkedHashSet<>(ids));
				}
				// The writing may have ended while this stream waited: once more, then
				if (writing.get()) {
					throw ex;
				}
			}
		}
	}

	private static List<String> committed() throws SQLException {
		List<String> ids = new ArrayList<>();
		try (Connection connection = coachflow.database();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"SELECT event_id FROM event_log WHERE aggregate_type <> 'Guidance' ORDER BY global_index")) {
			while (row.next()) {
				ids.add(row.getString(1));
			}
		}
		return ids;
	}

	private static long threads() throws Exception {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info()
				.commandLine()
				.filter((line) -> line.contains("server.port=" + coachflow.port()))
				.isPresent())
			.mapToLong((process) -> Objects
				.requireNonNull(Path.of("/proc/" + process.pid() + "/task").toFile().list()).length)
			.sum();
	}

	private static void execute(String... statements) throws Exception {
		try (Connection connection = coachflow.superuser(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
