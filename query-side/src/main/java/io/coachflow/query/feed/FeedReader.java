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
 * One consumer's way through the log, in the order of its positions. Those who have
 * caught up share what the log's tail reads.
 */
final class FeedReader implements AutoCloseable {

	/** The log's tail is read within this time, unless the log cannot be read. */
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

	/** The cursor behind everything read so far, wanted or not. */
	String cursor() {
		return FeedCursor.at(this.position);
	}

	/**
	 * The next events that are wanted, as {@link #next(int, int, Duration, long)} has
	 * them.
	 */
	List<CloudEvent> next(int limit, int scan, Duration wait) throws InterruptedException {
		return next(limit, scan, wait, this.position);
	}

	/**
	 * The next events that are wanted.
	 * @param limit how many at most
	 * @param scan how many are looked at, at most, wanted or not
	 * @param wait for the first one, at most
	 * @param known a position that the log has reached: everything up to it is read, even
	 * where the shared tail has yet to come by
	 */
	List<CloudEvent> next(int limit, int scan, Duration wait, long known) throws InterruptedException {
		List<CloudEvent> found = new ArrayList<>();
		long start = System.nanoTime();
		for (int seen = 0; seen < scan && found.size() < limit; seen++) {
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
		return PublicEvents.told(message, read, this.forAuditor)
			.filter(this.filter::wants)
			.map((event) -> CloudEvent.of(message, event, read));
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
