package io.coachflow.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.coachflow.eventlog.processor.ProcessorTokens;
import io.coachflow.query.projection.SlotClaims.Claim;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that follows the log for some slots, in batches. Once it has stopped, or has
 * lost a claim, it never runs again. A slot that fails alone leaves it, so that the
 * others go on.
 */
final class Projector {

	private static final Logger logger = LoggerFactory.getLogger(Projector.class);

	private static final int BATCH = 500;

	/** How soon it sees that it should stop. */
	private static final Duration LOOK = Duration.ofMillis(100);

	/** How long it waits after a failure. */
	private static final Duration RETRY = Duration.ofSeconds(1);

	/** How long a batch may take when it should end. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration EXTENSION = ProcessorTokens.CLAIM_TIMEOUT.dividedBy(3);

	private final StreamableMessageSource<TrackedEventMessage<?>> log;

	private final SlotBatches batches;

	private final SlotClaims claims;

	private final SlotFailures failures;

	private final Pace pace;

	private final Map<SlotProcessor, Claim> slots = new LinkedHashMap<>();

	private final Thread thread;

	private volatile boolean stopped;

	private volatile boolean failing;

	private long extendedAt = System.nanoTime();

	/** Creates it; {@link #start()} starts it. */
	Projector(Collection<Claim> claims, Pace pace, StreamableMessageSource<TrackedEventMessage<?>> log,
			SlotBatches batches, SlotClaims store, SlotFailures failures) {
		this.log = log;
		this.batches = batches;
		this.claims = store;
		this.failures = failures;
		this.pace = pace;
		claims.forEach((claim) -> this.slots.put(claim.slot(), claim));
		this.thread = Thread.ofPlatform().name("Projector" + this.slots.keySet()).daemon().unstarted(this::run);
	}

	void start() {
		this.thread.start();
	}

	/** Lets it end after the current batch. */
	void halt() {
		this.stopped = true;
		LockSupport.unpark(this.thread);
	}

	/**
	 * Ends it after the current batch.
	 * @return what it had claimed; nothing if its batch hangs
	 */
	Collection<Claim> stop() {
		halt();
		try {
			return this.thread.join(PATIENCE) ? claimed() : List.of();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return List.of();
		}
	}

	/** Whether it runs no longer. */
	boolean hasEnded() {
		return !this.thread.isAlive();
	}

	/** The slots that it runs; none once it has lost its claims. */
	Collection<Claim> claimed() {
		synchronized (this.slots) {
			return List.copyOf(this.slots.values());
		}
	}

	/** Whether its last batch failed for all of its slots. */
	boolean isFailing() {
		return this.failing;
	}

	private void run() {
		while (!this.stopped && !claimed().isEmpty()) {
			try {
				follow();
			}
			catch (UnableToClaimTokenException ex) {
				logger.info("Another node has taken over {}", this.slots.keySet());
				forget(claimed());
			}
			catch (InterruptedException _) {
				// Nobody else interrupts this thread
				return;
			}
			catch (RuntimeException ex) {
				failed(ex);
			}
		}
	}

	private void follow() throws InterruptedException {
		@Nullable TrackingToken from = furthestBehind();
		try (BlockingStream<TrackedEventMessage<?>> stream = this.log.openStream(from)) {
			while (!this.stopped && !claimed().isEmpty()) {
				List<TrackedEventMessage<?>> events = next(stream);
				long begun = System.nanoTime();
				if (!events.isEmpty()) {
					handle(events);
					pause(this.pace.after(events.size(), events.size() == BATCH,
							Duration.ofNanos(System.nanoTime() - begun)));
				}
				extendIfDue();
			}
		}
	}

	private @Nullable TrackingToken furthestBehind() {
		Claim behind = null;
		for (Claim claim : claimed()) {
			behind = (behind == null || claim.index() < behind.index()) ? claim : behind;
		}
		return (behind != null) ? behind.position() : null;
	}

	private static List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream)
			throws InterruptedException {
		List<TrackedEventMessage<?>> events = new ArrayList<>();
		while (events.size() < BATCH
				&& stream.hasNextAvailable(events.isEmpty() ? (int) LOOK.toMillis() : 0, TimeUnit.MILLISECONDS)) {
			events.add(stream.nextAvailable());
		}
		return events;
	}

	private void handle(List<TrackedEventMessage<?>> events) {
		TrackingToken last = events.getLast().trackingToken();
		List<Claim> all = claimed().stream().filter((claim) -> claim.isBefore(last)).toList();
		try {
			this.batches.handle(events, all);
			all.forEach((claim) -> succeeded(claim, events));
		}
		catch (UnableToClaimTokenException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (all.size() == 1) {
				throw ex;
			}
			handleEach(events, all, ex);
		}
		this.failing = false;
		this.extendedAt = System.nanoTime();
	}

	/** Those that fail alone leave, unless all do: then the database is at fault. */
	private void handleEach(List<TrackedEventMessage<?>> events, Collection<Claim> all, RuntimeException first) {
		Map<Claim, RuntimeException> failed = new LinkedHashMap<>();
		for (Claim claim : all) {
			try {
				this.batches.handle(events, List.of(claim));
				succeeded(claim, events);
			}
			catch (UnableToClaimTokenException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				failed.put(claim, ex);
			}
		}
		if (failed.size() == all.size()) {
			throw first;
		}
		failed.forEach((claim, ex) -> this.failures.failed(claim, ex));
		forget(failed.keySet());
	}

	private void succeeded(Claim claim, List<TrackedEventMessage<?>> events) {
		synchronized (this.slots) {
			this.slots.put(claim.slot(), claim.at(events.getLast().trackingToken()));
		}
		claim.slot().failed(null);
	}

	private void forget(Collection<Claim> claims) {
		synchronized (this.slots) {
			claims.forEach((claim) -> this.slots.remove(claim.slot()));
		}
	}

	private void failed(RuntimeException ex) {
		this.failing = true;
		claimed().forEach((claim) -> this.failures.failed(claim, ex));
		pause(RETRY);
	}

	private void pause(Duration duration) {
		long until = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0 && !this.stopped; left = until - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private void extendIfDue() {
		if (System.nanoTime() - this.extendedAt > EXTENSION.toNanos()) {
			this.claims.extend(claimed());
			this.extendedAt = System.nanoTime();
		}
	}

}
