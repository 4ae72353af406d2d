package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service is killed while its projectors work, alone, with Redis or with PostgreSQL,
 * and started again: each acknowledged answer is in the log once, and each read model
 * ends as the log says. Seeds, one kill each, of each kind in turn:
 * {@code -Dcoachflow.storm.kills}; 1 by default, because each takes twenty seconds.
 */
@Order(LongClasses.FIRST)
class ProjectorStormE2E {

	private static final int SEEDS = Integer.getInteger("coachflow.storm.kills", 1);

	private static final int WRITERS = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	/**
	 * Holds each commit of a position back, when its rows and views are written already:
	 * a deferred trigger runs within COMMIT. It tells whose position it is.
	 */
	private static final String DAWDLE = """
			CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN
			    PERFORM set_config('application_name', NEW.processor_name, true);
			    PERFORM pg_sleep(random() * 0.06);
			    RETURN NULL;
			END $$;
			CREATE CONSTRAINT TRIGGER dawdle AFTER UPDATE ON token_entry DEFERRABLE INITIALLY DEFERRED
			FOR EACH ROW WHEN (NEW.segment = 0) EXECUTE FUNCTION dawdle()""";

	private final AtomicInteger words = new AtomicInteger();

	private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);

	private int ahead;

	/** What is killed along with the service, and when. */
	private enum Kill {

		/**
		 * While a commit is under way, which is then rolled back as if it had not reached
		 * PostgreSQL.
		 */
		COMMIT_LOST,
		/** PostgreSQL too, while a commit is under way. */
		WITH_POSTGRES,
		/** Nothing else, at any time. A commit under way succeeds. */
		ALONE,
		/** Redis too, at any time. It comes back with views of long ago. */
		WITH_REDIS

	}

	/**
	 * What somebody was told of a session.
	 *
	 * @param word in each of its answers, and in nobody else's
	 * @param events in order, each with its answer
	 */
	record Told(String session, String word, List<String> events) {

		private static final String TAKEN = "step-answered ";

		private static final String ASKED_BACK = "clarification-requested ";

		private static final String COMPLETED = "completed";

		List<String> answers() {
			return this.events.stream()
				.filter((event) -> event.startsWith(TAKEN))
				.map((event) -> event.substring(TAKEN.length()))
				.toList();
		}

		long askedBack() {
			return this.events.stream().filter((event) -> event.startsWith(ASKED_BACK)).count();
		}

		boolean isCompleted() {
			return this.events.getLast().equals(COMPLETED);
		}

	}

	@Test
	void whateverIsKilledEachReadModelEndsAsTheLogSays() throws Exception {
		try (RunningCoachflow coachflow = RunningCoachflow.start(Map.of("coachflow.test.rehearsed", "true",
				"coachflow.enrichment.heartbeat", "PT0.3S", "coachflow.enrichment.polling", "PT0.2S",
				"coachflow.coach.minimum-confidence", RunningCoachflow.DEFAULT))) {
			coachflow.execute(DAWDLE);
			ReadModelAssertions models = new ReadModelAssertions(coachflow);
			List<Told> all = new ArrayList<>();
			for (int seed = 1; seed <= SEEDS; seed++) {
				Kill kill = Kill.values()[(seed - 1) % Kill.values().length];
				List<Told> told = storm(coachflow, models, kill, new Random(seed));
				this.kills.merge(kill, 1, Integer::sum);
				all.addAll(told);

				assertThat(told).as("seed %s", seed).hasSizeGreaterThan(WRITERS);
				models.assertAsTold(told, kill != Kill.WITH_REDIS);
			}
			models.assertTheSameAfterRebuild();
			System.out.printf(
					"Storm: %d seeds, %d sessions, %d acknowledged answers; kills %s, %d of them with a view"
							+ " ahead of its position%n",
					SEEDS, all.size(), all.stream().mapToLong((it) -> it.answers().size() + it.askedBack()).sum(),
					this.kills, this.ahead);
		}
	}

	private List<Told> storm(RunningCoachflow coachflow, ReadModelAssertions models, Kill kill, Random random)
			throws Exception {
		AtomicBoolean going = new AtomicBoolean(true);
		List<Future<List<Told>>> writing = new ArrayList<>();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Caller demo = coachflow.demo();
			for (int i = 0; i < WRITERS; i++) {
				Random choices = new Random(random.nextLong());
				writing.add(people.submit(() -> write(demo, choices, going)));
			}
			try {
				Thread.sleep(random.nextInt(300, 1_500));
				kill(coachflow, kill, random);
				if (kill == Kill.COMMIT_LOST && models.isViewAhead()) {
					this.ahead++;
				}
				coachflow.startAgain(Map.of());
				Thread.sleep(random.nextInt(500));
			}
			finally {
				going.set(false);
			}
		}
		List<Told> told = new ArrayList<>();
		for (Future<List<Told>> it : writing) {
			told.addAll(it.get());
		}
		return told;
	}

	/** Answers sessions, one after another, some of them to the end. */
	private List<Told> write(Caller demo, Random random, AtomicBoolean going) throws InterruptedException {
		List<Told> told = new ArrayList<>();
		while (going.get()) {
			// Of letters without vowels, which no stemmer changes
			String number = Integer.toOctalString(this.words.incrementAndGet());
			String word = number.chars()
				.mapToObj((digit) -> "bcdfghjk".substring(digit - '0', digit - '0' + 1))
				.reduce("xx", String::concat);
			String session = insist(() -> demo.start(Map.of("sector", "restaurant"), "Idempotency-Key", word))
				.field("session_id");
			Told it = new Told(session, word, new ArrayList<>(List.of("started")));
			told.add(it);
			for (int i = random.nextInt(9); i > 0 && going.get() && !it.isCompleted(); i--) {
				Thread.sleep(random.nextInt(15));
				String text = (random.nextInt(6) == 0) ? "Ok " + word
						: ConsoleSessionE2E.ENGLISH.get(it.answers().size()) + " [all 0-60] " + word;
				String key = word + "-" + i;
				Answer answer = insist(() -> demo.step(session, text, "Idempotency-Key", key));
				boolean taken = answer.json().get("is_step_complete").asBoolean();
				it.events().add((taken ? Told.TAKEN : Told.ASKED_BACK) + text);
				if (answer.field("current_step").equals("completed")) {
					it.events().add(Told.COMPLETED);
				}
				assertThat(answer.json().get("sequence").asInt()).isEqualTo(it.events().size() - 1);
			}
		}
		return told;
	}

	/** Sends the same request until it is answered. */
	private static Answer insist(Supplier<Answer> call) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < deadline) {
			try {
				Answer answer = call.get();
				if (answer.status() != 503) {
					assertThat(answer.status()).as("%s", answer).isEqualTo(200);
					return answer;
				}
			}
			catch (UncheckedIOException _) {
				// Killed before it answered: what became of the request is not known
			}
			Thread.sleep(20);
		}
		throw new AssertionError("No answer");
	}

	private static void kill(RunningCoachflow coachflow, Kill kill, Random random) throws Exception {
		String position = random.nextBoolean() ? "session-view" : "session-list";
		boolean serviceFirst = random.nextBoolean();
		try (Connection database = coachflow.database()) {
			if (kill == Kill.COMMIT_LOST || kill == Kill.WITH_POSTGRES) {
				awaitCommit(database, position);
			}
			if (serviceFirst) {
				coachflow.kill();
			}
			Path data = Path.of(coachflow.setting("coachflow.local.data-dir"));
			switch (kill) {
				case COMMIT_LOST -> rollBackCommits(database);
				case WITH_POSTGRES -> kill(data.resolve("postgres/postmaster.pid"));
				case WITH_REDIS -> kill(data.resolve("redis/redis.pid"));
				case ALONE -> {
				}
			}
			if (!serviceFirst) {
				coachflow.kill();
			}
		}
	}

	private static void awaitCommit(Connection database, String position) throws SQLException {
		try (PreparedStatement committing = database
			.prepareStatement("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND application_name = ?")) {
			committing.setString(1, position);
			await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> {
				try (ResultSet rows = committing.executeQuery()) {
					return rows.next();
				}
			});
		}
	}

	private static void rollBackCommits(Connection database) throws SQLException {
		try (Statement statement = database.createStatement()) {
			statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
		}
	}

	/** Kills a server, and with PostgreSQL the process of each connection. */
	private static void kill(Path pidFile) throws IOException {
		long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
		ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
		List<ProcessHandle> processes = Stream.concat(Stream.of(server), server.descendants()).toList();
		processes.forEach(ProcessHandle::destroyForcibly);
		processes.forEach((process) -> process.onExit().join());
	}

}
