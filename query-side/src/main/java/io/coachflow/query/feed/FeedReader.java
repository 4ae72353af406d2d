package io.coachflow.query.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Reads the log for one consumer, in the order of positions. Consumers that have caught
 * up share the reads of the log's tail.
 */
final class FeedReader implements AutoCloseable {

	/**
	 * At most this many events are read at once, so that a narrow filter gets a cursor
	 * soon.
	 */
	private static final int SCAN = 20_000;

	/**
	 * The shared tail has read an event within this time, unless the log cannot be read.
	 */
	private static final Duration TAIL = Duration.ofSeconds(2);

	private final BlockingStream<TrackedEventMessage<?>> stream;

	private final FeedFilter filter;

	private final boolean forAuditor;

	private long position;

	FeedReader(EventStore events, long after, FeedFilter filter, boolean forAuditor) {
		this.stream = events.openStream((after >= 0) ? new GlobalSequenceTrackingToken(after) : null);
		this.position = after;
		this.filter = filter;
		this.forAuditor = forAuditor;
	}

	/** The cursor after the last event read, wanted or not. */
	String cursor() {
		return FeedCursor.at(this.position);
	}

	/**
	 * The same, without a known position.
	 */
	List<CloudEvent> next(int limit, Duration wait) throws InterruptedException {
		return next(limit, wait, this.position);
	}

	/**
	 * The next events that the filter wants.
	 * @param limit how many at most
	 * @param wait how long to wait for the first one, at most
	 * @param known a position that the log has reached: everything up to it is read, even
	 * if the shared tail is not there yet
	 */
	List<CloudEvent> next(int limit, Duration wait, long known) throws InterruptedException {
		List<CloudEvent> found = new ArrayList<>();
		long start = System.nanoTime();
		for (int seen = 0; seen < SCAN && found.size() < limit; seen++) {
			Duration longest = found.isEmpty() ? wait : Duration.ZERO;
			if (this.position < known && longest.compareTo(TAIL) < 0) {
				longest = TAIL;
			}
			long patience = Math.max(0, start + longest.toNanos() - System.nanoTime());
			// In milliseconds for Axon Server, rounded up
			if (!this.stream.hasNextAvailable((int) ((patience + 999_999) / 1_000_000), TimeUnit.MILLISECONDS)) {
				break;
			}
			wanted(this.stream.nextAvailable()).ifPresent(found::add);
		}
		return found;
	}

	private Optional<CloudEvent> wanted(TrackedEventMessage<?> message) {
		long read = message.trackingToken().position().orElseThrow();
		this.position = read;
		return PublicEvents.ofMessage(message, read, this.forAuditor)
			.filter(this.filter::wants)
			.map((event) -> CloudEvent.of(message, event, read));
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
