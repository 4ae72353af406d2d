package io.coachflow.query.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.query.sse.EventStreamWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves batches and streams to consumers, each on a virtual thread: an idle one costs
 * its connection's buffers. A consumer that does not read blocks only its own write,
 * until the server's write timeout disconnects it; it reconnects with its cursor.
 */
@Component
@EnableConfigurationProperties(FeedProperties.class)
class FeedStreams {

	/** How many events are written at once. */
	private static final int BLOCK = 100;

	private final EventStore events;

	private final RawEventReader history;

	private final FeedProperties properties;

	private final JsonMapper mapper;

	private final Clock clock;

	private final Semaphore places;

	private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

	private volatile boolean closing;

	FeedStreams(EventStore events, RawEventReader history, FeedProperties properties, JsonMapper mapper, Clock clock,
			MeterRegistry registry) {
		this.events = events;
		this.history = history;
		this.properties = properties;
		this.mapper = mapper;
		this.clock = clock;
		this.places = new Semaphore(properties.maxStreams());
		Gauge.builder("coachflow.feed.consumers", this.waiting, Set::size)
			.description("Consumers that follow the event stream or wait for events")
			.register(registry);
	}

	/** Called before a stream sends events. If it throws, they are not sent. */
	@FunctionalInterface
	interface Witness {

		/**
		 * Called before each block of events.
		 * @param after the cursor before the block
		 * @param through the cursor after the block
		 */
		void beforeTelling(String after, String through, List<CloudEvent> events);

	}

	/** The events of a batch, and where to read on. */
	record Batch(List<CloudEvent> events, String cursor) {
	}

	/**
	 * The next events, as soon as there is one or the time is up.
	 * @param after the position after which to begin
	 * @throws ApiException with {@link ErrorCode#RATE_LIMITED} if too many consumers
	 * wait, with {@link ErrorCode#INVALID_REQUEST} if the position is after the end of
	 * the log
	 */
	Batch batch(long after, FeedFilter filter, boolean forAuditor, int limit, Duration wait) {
		long known = reached(after);
		enter();
		try (FeedReader reader = new FeedReader(this.events, after, filter, forAuditor)) {
			List<CloudEvent> found = reader.next(limit, this.closing ? Duration.ZERO : wait, known);
			return new Batch(found, reader.cursor());
		}
		catch (InterruptedException _) {
			// The application is stopping; the consumer reads these events again
			return new Batch(List.of(), FeedCursor.at(after));
		}
		finally {
			leave();
		}
	}

	/**
	 * The last position of the log; the given one if the log is empty.
	 * @param after the position after which a consumer wants to begin
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} if it is after the end
	 * of the log, for instance of one that was restored from an older backup
	 */
	long reached(long after) {
		long head = this.history.lastPosition();
		if (after > Math.max(head, 0)) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"This cursor lies behind the end of the event stream: read from the beginning, without \"after\".");
		}
		return (head < this.history.firstPosition()) ? after : head;
	}

	/**
	 * Takes a place for a consumer, before its response begins.
	 * @throws ApiException with {@link ErrorCode#RATE_LIMITED} if there is none left
	 */
	void enter() {
		if (!this.places.tryAcquire()) {
			throw new ApiException(ErrorCode.RATE_LIMITED, FeedApi.TOO_MANY_CONSUMERS);
		}
		this.waiting.add(Thread.currentThread());
	}

	void leave() {
		this.waiting.remove(Thread.currentThread());
		this.places.release();
	}

	/**
	 * Writes server-sent events until the stream's time is up, the caller's token expires
	 * or the application stops.
	 * @param names how events are named
	 * @param until when the caller's token expires
	 * @throws IOException if the client disconnected, or does not read
	 */
	void write(EventStreamWriter out, long after, FeedFilter filter, boolean forAuditor, EventNames names,
			Instant until, Witness witness) throws IOException, InterruptedException {
		Instant limit = this.clock.instant().plus(this.properties.limit());
		Instant end = until.isBefore(limit) ? until : limit;
		try (FeedReader reader = new FeedReader(this.events, after, filter, forAuditor)) {
			out.open();
			String told = reader.cursor();
			for (Duration left = left(end); !this.closing && left.isPositive(); left = left(end)) {
				List<CloudEvent> found = reader.next(BLOCK, min(left, this.properties.heartbeat()));
				if (!found.isEmpty()) {
					witness.beforeTelling(told, found.getLast().cursor(), found);
				}
				for (CloudEvent event : found) {
					out.add(event.cursor(), names.of(event.type()), this.mapper.writeValueAsString(event));
				}
				if (!reader.cursor().equals(found.isEmpty() ? told : found.getLast().cursor())) {
					out.pass(reader.cursor());
				}
				told = reader.cursor();
				out.sendOrBeat();
			}
		}
	}

	@EventListener(ContextClosedEvent.class)
	void close() {
		this.closing = true;
		this.waiting.forEach(Thread::interrupt);
	}

	private Duration left(Instant end) {
		return Duration.between(this.clock.instant(), end);
	}

	private static Duration min(Duration first, Duration second) {
		return (first.compareTo(second) < 0) ? first : second;
	}

}
