package io.coachflow.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.coachflow.eventlog.processor.ProcessorTokens;
import io.coachflow.query.projection.SlotClaims.Claim;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
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

	/** How long it waits after a failure. */
	private static final Duration RETRY = Duration.ofSeconds(1);

	private static final Duration EXTENSION = ProcessorTokens.CLAIM_TIMEOUT.dividedBy(3);

	private final Function<@Nullable TrackingToken, LogBatches> log;

	private final SlotBatches batches;

	private final SlotClaims claims;

	private final SlotFailures failures;

	private final Pace pace;

	private final Map<SlotProcessor, Claim> claimed = new LinkedHashMap<>();

	private final Set<SlotProcessor> slots;

	private final Thread thread;

	private volatile boolean stopped;

	private long extendedAt = System.nanoTime();

	/**
	 * Creates it; {@link #start()} starts it.
	 * @param log reads the events after a position
	 */
	Projector(Collection<Claim> claims, Pace pace, Function<@Nullable TrackingToken, LogBatches> log,
			SlotBatches batches, SlotClaims store, SlotFailures failures) {
		this.log = log;
		this.batches = batches;
		this.claims = store;
		this.failures = failures;
		this.pace = pace;
		claims.forEach((claim) -> this.claimed.put(claim.slot(), claim));
		this.slots = Set.copyOf(this.claimed.keySet());
		this.thread = Thread.ofPlatform().name("Projector" + this.claimed.keySet()).daemon().unstarted(this::run);
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
	 * Lets it end after the current batch, and waits for that.
	 * @return whether it has ended
	 */
	boolean stop(Duration patience) {
		halt();
		try {
			return this.thread.join(patience);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return hasEnded();
		}
	}

	/** Whether it runs no longer. */
	boolean hasEnded() {
		return !this.thread.isAlive();
	}

	/**
	 * The slots that nobody else may run before it has ended. Those that have left it are
	 * free, but not while their last batch may hang.
	 */
	Set<SlotProcessor> occupied() {
		return this.stopped ? this.slots : claimed().stream().map(Claim::slot).collect(Collectors.toUnmodifiableSet());
	}

	/** Those that it still runs. */
	Collection<Claim> claimed() {
		synchronized (this.claimed) {
			return List.copyOf(this.claimed.values());
		}
	}

	private void run() {
		while (!this.stopped && !claimed().isEmpty()) {
			try {
				follow();
			}
			catch (UnableToClaimTokenException ex) {
				logger.info("{} go on from what the database says: {}", this.slots, ex.getMessage());
				claimed().forEach((claim) -> claim.slot().failed(null));
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
		try (LogBatches behind = this.log.apply(from)) {
			while (!this.stopped && !claimed().isEmpty()) {
				extendIfDue();
				List<TrackedEventMessage<?>> events = behind.next();
				long begun = System.nanoTime();
				if (!events.isEmpty()) {
					handle(events);
					pause(this.pace.after(events.size(), events.size() == LogBatches.SIZE,
							Duration.ofNanos(System.nanoTime() - begun)));
				}
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

	private void handle(List<TrackedEventMessage<?>> events) {
		TrackingToken last = events.getLast().trackingToken();
		List<Claim> behind = claimed().stream().filter((claim) -> claim.isBefore(last)).toList();
		try {
			this.batches.handle(events, behind, false);
			behind.forEach((claim) -> succeeded(claim, last));
		}
		catch (UnableToClaimTokenException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			handleEach(events, behind, ex);
		}
		this.extendedAt = System.nanoTime();
	}

	/** Those that fail leave, unless all do: then the database is at fault. */
	private void handleEach(List<TrackedEventMessage<?>> events, Collection<Claim> behind, RuntimeException first) {
		Map<Claim, RuntimeException> failed = new LinkedHashMap<>();
		for (Claim claim : behind) {
			if (this.stopped) {
				return;
			}
			try {
				this.batches.handle(events, List.of(claim), true);
				succeeded(claim, events.getLast().trackingToken());
			}
			catch (UnableToClaimTokenException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				failed.put(claim, ex);
			}
		}
		if (failed.size() == claimed().size()) {
			throw first;
		}
		failed.forEach(this.failures::failed);
		forget(failed.keySet());
	}

	private void succeeded(Claim claim, TrackingToken position) {
		synchronized (this.claimed) {
			this.claimed.put(claim.slot(), claim.at(position));
		}
		claim.slot().failed(null);
	}

	private void forget(Collection<Claim> claims) {
		synchronized (this.claimed) {
			claims.forEach((claim) -> this.claimed.remove(claim.slot()));
		}
	}

	private void failed(RuntimeException ex) {
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
