package io.coachflow.query.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.coachflow.query.feed.PublicEvents.PublicEvent;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's way through the log, in the order of its positions. Those who have
 * caught up share what the log's tail reads.
 */
final class FeedReader implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(FeedReader.class);

	private final BlockingStream<TrackedEventMessage<?>> stream;

	private final FeedFilter filter;

	private final boolean forAuditor;

	private long position;

	FeedReader(EventStore events, long after, FeedFilter filter, boolean forAuditor) {
		this.stream = events.openStream((after > 0) ? new GlobalSequenceTrackingToken(after) : null);
		this.position = after;
		this.filter = filter;
		this.forAuditor = forAuditor;
	}

	/** The cursor behind everything read so far, wanted or not. */
	String cursor() {
		return FeedCursor.at(this.position);
	}

	/**
	 * The next events that are wanted.
	 * @param limit how many at most
	 * @param scan how many are looked at, at most, wanted or not
	 * @param wait for the first one, at most
	 */
	List<CloudEvent> next(int limit, int scan, Duration wait) throws InterruptedException {
		List<CloudEvent> found = new ArrayList<>();
		long deadline = System.nanoTime() + wait.toNanos();
		for (int seen = 0; seen < scan && found.size() < limit; seen++) {
			long patience = found.isEmpty() ? Math.max(0, deadline - System.nanoTime()) : 0;
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
		return published(message, read).filter(this.filter::wants).map((event) -> CloudEvent.of(message, event, read));
	}

	/**
	 * A row that is not as any version writes it has no public form, and must not keep
	 * consumers from what is behind it. The projections park it and say so, once.
	 */
	private Optional<PublicEvent> published(TrackedEventMessage<?> message, long read) {
		try {
			return PublicEvents.of(message.getPayload(), this.forAuditor);
		}
		catch (RuntimeException ex) {
			logger.debug("The event at position {} cannot be told: {}", read, ex.getClass().getName());
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
