package io.coachflow.eventlog.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.awaitility.core.ConditionTimeoutException;
import org.springframework.dao.DataAccessException;

import static org.awaitility.Awaitility.await;

/**
 * Two nodes append while they, their connections and PostgreSQL are killed, at times
 * drawn from a seed. A reader reads by position all the time.
 */
final class Storm implements AutoCloseable {

	private static final int LAST_LINES = 20;

	private final LogFixture log;

	private final Path folder;

	private final List<Path> records = new ArrayList<>();

	private final Path[] latest = new Path[2];

	private final Process[] nodes = new Process[2];

	private final List<String> read = Collections.synchronizedList(new ArrayList<>());

	private final Thread reader = Thread.ofVirtual().unstarted(this::readOn);

	Storm(LogFixture log) throws IOException {
		this.log = log;
		this.folder = Files.createTempDirectory(Path.of("target/it"), "storm");
	}

	void begin() throws IOException {
		this.reader.start();
		start(0, new Random(0));
		start(1, new Random(1));
	}

	/** Kills connections, then a node or both, and starts them again. */
	void blow(long seed, boolean withDatabase) throws Exception {
		Random random = new Random(seed);
		for (int faults = random.nextInt(3); faults > 0; faults--) {
			pause(random, 200);
			this.log.terminate("coachflow-appender");
		}
		if (withDatabase) {
			pause(random, 200);
			this.log.postgres().crash();
		}
		int victim = random.nextInt(2);
		boolean both = random.nextInt(4) == 0;
		awaitAcknowledgement(victim);
		pause(random, 400);
		kill(victim);
		if (both) {
			kill(1 - victim);
			start(1 - victim, random);
		}
		start(victim, random);
	}

	/** Kills the remaining nodes. */
	void end() throws InterruptedException {
		for (int place = 0; place < this.nodes.length; place++) {
			awaitAcknowledgement(place);
			kill(place);
		}
		awaitSilence();
	}

	/** The records of the nodes. */
	StormRecord record() throws IOException {
		return StormRecord.read(this.records);
	}

	/** Waits until no connection is left that could append. */
	private void awaitSilence() {
		await().ignoreExceptions()
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.log.jdbc
				.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'coachflow-appender%'")
				.query(Long.class)
				.single() == 0);
	}

	/** The events in the order in which the reader saw them. */
	List<String> readBy(int count) {
		await().pollInterval(Duration.ofMillis(20)).until(() -> this.read.size() >= count);
		return List.copyOf(this.read);
	}

	private void start(int place, Random random) throws IOException {
		Path file = this.folder.resolve("node-" + this.records.size());
		Files.createFile(file);
		this.records.add(file);
		this.latest[place] = file;
		this.nodes[place] = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				StormNode.class.getName(), this.log.url(), file.toString(), Long.toString(random.nextLong()))
			.redirectErrorStream(true)
			.redirectOutput(log(file).toFile())
			.start();
	}

	private void kill(int place) throws InterruptedException {
		this.nodes[place].destroyForcibly().waitFor();
	}

	/** Waits until an append of the node was acknowledged. */
	private void awaitAcknowledgement(int place) {
		try {
			await().atMost(Duration.ofSeconds(60))
				.pollInterval(Duration.ofMillis(10))
				.until(() -> Files.readString(this.latest[place]).contains("acknowledged"));
		}
		catch (ConditionTimeoutException ex) {
			List<String> output = lines(log(this.latest[place]));
			throw new AssertionError(
					"No append of a node was acknowledged for a minute. Its last output:\n"
							+ String.join("\n", output.subList(Math.max(0, output.size() - LAST_LINES), output.size())),
					ex);
		}
	}

	private static Path log(Path record) {
		return record.resolveSibling(record.getFileName() + ".log");
	}

	private static List<String> lines(Path log) {
		try {
			return Files.readAllLines(log);
		}
		catch (IOException ex) {
			return List.of(ex.toString());
		}
	}

	private static void pause(Random random, int atMostMillis) throws InterruptedException {
		Thread.sleep(random.nextInt(atMostMillis));
	}

	private void readOn() {
		long position = 0;
		while (!Thread.currentThread().isInterrupted()) {
			try {
				List<String> next = this.log.jdbc.sql(
						"SELECT global_index || ' ' || event_id FROM event_log WHERE global_index > ? ORDER BY global_index LIMIT 1000")
					.param(position)
					.query(String.class)
					.list();
				this.read.addAll(next);
				position = next.isEmpty() ? position : Long.parseLong(next.getLast().split(" ")[0]);
				Thread.sleep(2);
			}
			catch (DataAccessException _) {
				// The database is away
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	@Override
	public void close() {
		this.reader.interrupt();
		for (Process node : this.nodes) {
			if (node != null) {
				node.destroyForcibly();
			}
		}
	}

}
