package io.coachflow.query.projection;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next batches, down to the payloads, while the last one is being written. One
 * thread waits for the database, and one makes the payloads, so that whoever is far
 * behind does all three at the same time.
 */
final class ReadAhead implements LogBatches {

	/** Of a batch that nobody waits for: each is a transaction and a call to Redis. */
	static final int SIZE = 2_000;

	private final LogBatches log;

	private final Consumer<TrackedEventMessage<?>> preparation;

	private final BlockingQueue<List<TrackedEventMessage<?>>> ahead = new ArrayBlockingQueue<>(1);

	private final Thread reader = Thread.ofPlatform().name("read-ahead").daemon().unstarted(this::read);

	private volatile @Nullable RuntimeException failure;

	private ReadAhead(LogBatches log, Consumer<TrackedEventMessage<?>> preparation) {
		this.log = log;
		this.preparation = preparation;
	}

	/** Begins to read. */
	static ReadAhead of(LogBatches log) {
		ReadAhead rows = new ReadAhead(log, (_) -> {
		});
		ReadAhead events = new ReadAhead(rows, ReadAhead::deserialize);
		rows.reader.start();
		events.reader.start();
		return events;
	}

	/**
	 * Throws what the reading has thrown, after what was read before; an error as the
	 * cause of an exception, because the thread that asks must not end.
	 */
	@Override
	public List<TrackedEventMessage<?>> next() throws InterruptedException {
		List<TrackedEventMessage<?>> events = this.ahead.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		if (events != null) {
			return events;
		}
		RuntimeException failed = this.failure;
		if (failed != null) {
			throw failed;
		}
		return List.of();
	}

	@Override
	public void close() {
		this.reader.interrupt();
	}

	private static void deserialize(TrackedEventMessage<?> event) {
		try {
			event.getPayload();
		}
		catch (RuntimeException _) {
			// Its handler meets the same, and the event is parked
		}
	}

	private void read() {
		try (this.log) {
			while (!Thread.currentThread().isInterrupted()) {
				List<TrackedEventMessage<?>> events = this.log.next();
				if (!events.isEmpty()) {
					events.forEach(this.preparation);
					this.ahead.put(events);
				}
			}
		}
		catch (InterruptedException _) {
			// Nobody wants more
		}
		// An error, too: otherwise whoever asks would wait for ever
		catch (Throwable ex) {
			this.failure = (ex instanceof RuntimeException it) ? it : new IllegalStateException(ex);
		}
	}

}
