package io.coachflow.eventlog.postgres;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.NestedExceptionUtils;

/**
 * A node in a JVM of its own, for a test to kill. It appends to sessions of its own and
 * to sessions that it shares with other nodes. It records each append and its outcome.
 */
public final class StormNode {

	private static final int CALLERS = 8;

	private static final int SHARED_SESSIONS = 4;

	private final LogNode node;

	private final OutputStream record;

	private StormNode(LogNode node, OutputStream record) {
		this.node = node;
		this.record = record;
	}

	/**
	 * Runs until the end of standard input.
	 * @param args the database, the file to write to, the seed
	 * @throws Exception if it fails, which ends it with a trace
	 */
	public static void main(String[] args) throws Exception {
		StormNode storm = new StormNode(LogNode.start(args[0]), new FileOutputStream(args[1], true));
		Random seeds = new Random(Long.parseLong(args[2]));
		Thread.ofPlatform().daemon().start(storm::follow);
		for (int i = 0; i < CALLERS; i++) {
			Random random = new Random(seeds.nextLong());
			Thread.ofVirtual().start(() -> storm.call(random));
		}
		System.in.readAllBytes();
	}

	private void call(Random random) {
		Map<String, Long> last = new HashMap<>();
		String own = LogFixture.session();
		while (true) {
			own = (random.nextInt(10) == 0) ? LogFixture.session() : own;
			String session = random.nextBoolean() ? "shared-" + random.nextInt(SHARED_SESSIONS) : own;
			try {
				Thread.sleep(random.nextInt(4));
				long next = last.computeIfAbsent(session, this::lastSequence) + 1;
				List<? extends DomainEventMessage<?>> events = IntStream.rangeClosed(0, random.nextInt(3))
					.mapToObj((place) -> LogFixture.event(session, next + place))
					.toList();
				last.remove(session);
				if (append(events)) {
					last.put(session, next + events.size() - 1);
				}
			}
			catch (RuntimeException | InterruptedException ex) {
				System.err.println(
						"The database is away, nothing was tried: " + NestedExceptionUtils.getMostSpecificCause(ex));
			}
		}
	}

	private long lastSequence(String session) {
		return this.node.engine.lastSequenceNumberFor(session).orElse(-1L);
	}

	private boolean append(List<? extends DomainEventMessage<?>> events) {
		String append = events.getFirst().getIdentifier();
		events.forEach((event) -> note("intent", append, event.getIdentifier(), event.getAggregateIdentifier(),
				Long.toString(event.getSequenceNumber())));
		try {
			this.node.engine.appendEvents(events);
			note("acknowledged", append);
			return true;
		}
		catch (ConcurrencyException | AggregateStreamCreationException _) {
			note("refused", append);
		}
		catch (LogUnavailableException ex) {
			note(String.valueOf(ex.getMessage()).contains("nothing was written") ? "refused" : "unknown", append);
		}
		catch (RuntimeException _) {
			note("refused", append);
		}
		return false;
	}

	/** A reader of this node, which must see each index. */
	private void follow() {
		try (TrackingEventStream stream = this.node.store.openStream(this.node.store.createTailToken())) {
			for (long position = 1;; position++) {
				while (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
					Thread.onSpinWait();
				}
				long seen = PostgresEventStorageEngine.position(stream.nextAvailable().trackingToken());
				if (seen != position) {
					note("skipped", Long.toString(position), Long.toString(seen));
				}
			}
		}
		catch (RuntimeException | InterruptedException _) {
			follow();
		}
	}

	/**
	 * Writes in one system call, so that the line is complete even if the node is killed.
	 */
	private void note(String... words) {
		byte[] line = (String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8);
		try {
			this.record.write(line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
