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
 * Gives consumers batches and streams. Each waits on a virtual thread: one that has
 * nothing to do costs its connection's buffers. One that does not read stands in a write
 * of its own until the server's write timeout cuts it off, and comes back with its
 * cursor.
 */
@Component
@EnableConfigurationProperties(FeedProperties.class)
class FeedStreams {

	/** Written in one go. */
	private static final int BLOCK = 100;

	/** Looked at for one batch: whoever wants little still gets a cursor soon. */
	private static final int SCAN = 20_000;

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

	/** Hears what a stream is about to tell, and keeps it from being told by throwing. */
	@FunctionalInterface
	interface Witness {

		/**
		 * Hears of a portion.
		 * @param after the cursor behind which it begins
		 * @param through the cursor that it ends with
		 */
		void beforeTelling(String after, String through, List<CloudEvent> events);

	}

	/** What a batch holds, and where to go on. */
	record Batch(List<CloudEvent> events, String cursor) {
	}

	/**
	 * The next events, as soon as there is one or the time is up.
	 * @param after the position behind which to begin
	 * @throws ApiException with {@link ErrorCode#RATE_LIMITED} where too many wait, with
	 * {@link ErrorCode#INVALID_REQUEST} where the log never got that far
	 */
	Batch batch(long after, FeedFilter filter, boolean forAuditor, int limit, Duration wait) {
		long known = reached(after);
		enter();
		try (FeedReader reader = new FeedReader(this.events, after, filter, forAuditor)) {
			List<CloudEvent> found = reader.next(limit, SCAN, this.closing ? Duration.ZERO : wait, known);
			return new Batch(found, reader.cursor());
		}
		catch (InterruptedException _) {
			// The application stops; what was read by then, if anything, is read again
			return new Batch(List.of(), FeedCursor.at(after));
		}
		finally {
			leave();
		}
	}

	/**
	 * Where the log ends; where the consumer begins, as long as there is no event.
	 * @param after where a consumer wants to begin
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where that lies behind
	 * the end: of a log restored from a backup, say, which has lost events since
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
	 * Takes a place for a stream, so that what is refused is refused before it begins.
	 * @throws ApiException with {@link ErrorCode#RATE_LIMITED} where too many follow
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
	 * Writes server-sent events until the stream's time or the caller's is up, or the
	 * application stops.
	 * @param names what each event is called
	 * @param until when the caller's token ends
	 * @throws IOException if the client went away, or does not read
	 */
	void write(EventStreamWriter out, long after, FeedFilter filter, boolean forAuditor, EventNames names,
			Instant until, Witness witness) throws IOException, InterruptedException {
		Instant limit = this.clock.instant().plus(this.properties.limit());
		Instant end = until.isBefore(limit) ? until : limit;
		try (FeedReader reader = new FeedReader(this.events, after, filter, forAuditor)) {
			out.open();
			String told = reader.cursor();
			for (Duration left = left(end); !this.closing && left.isPositive(); left = left(end)) {
				List<CloudEvent> found = reader.next(BLOCK, SCAN, min(left, this.properties.heartbeat()));
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
