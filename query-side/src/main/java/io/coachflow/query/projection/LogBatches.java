package io.coachflow.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The events of the log in batches, from a position on.
 */
interface LogBatches extends AutoCloseable {

	/** How many events a batch has at most, where somebody waits for it. */
	int SIZE = 500;

	/** How long to wait for the first event of a batch. */
	Duration PATIENCE = Duration.ofMillis(100);

	/** The next batch; empty if no event came in time. */
	List<TrackedEventMessage<?>> next() throws InterruptedException;

	@Override
	void close();

	/**
	 * Reads a stream when asked for a batch.
	 * @param size how many events a batch has at most
	 */
	static LogBatches of(BlockingStream<TrackedEventMessage<?>> stream, int size) {
		return new LogBatches() {

			@Override
			public List<TrackedEventMessage<?>> next() throws InterruptedException {
				List<TrackedEventMessage<?>> events = new ArrayList<>();
				while (events.size() < size && stream.hasNextAvailable(events.isEmpty() ? (int) PATIENCE.toMillis() : 0,
						TimeUnit.MILLISECONDS)) {
					events.add(stream.nextAvailable());
				}
				return events;
			}

			@Override
			public void close() {
				stream.close();
			}

		};
	}

}
