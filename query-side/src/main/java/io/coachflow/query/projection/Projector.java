package io.coachflow.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	private final Function<@Nullable TrackingToken, LogBatches> log;

	private final Pace pace;

	private final ClaimedSlots claimed;

	private final Set<SlotProcessor> slots;

	private final Thread thread;

	private volatile boolean stopped;

	/**
	 * Creates it; {@link #start()} starts it.
	 * @param log reads the events after a position
	 */
	Projector(ClaimedSlots claimed, Pace pace, Function<@Nullable TrackingToken, LogBatches> log) {
		this.claimed = claimed;
		this.pace = pace;
		this.log = log;
		this.slots = claimed().stream().map(Claim::slot).collect(Collectors.toUnmodifiableSet());
		this.thread = Thread.ofPlatform().name("Projector" + this.slots).daemon().unstarted(this::run);
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
		return this.claimed.now();
	}

	private void run() {
		while (!this.stopped && !claimed().isEmpty()) {
			try {
				follow();
			}
			catch (UnableToClaimTokenException ex) {
				logger.info("{} go on from what the database says: {}", this.slots, ex.getMessage());
				this.claimed.forgetAll();
			}
			catch (InterruptedException _) {
				// Nobody else interrupts this thread
				return;
			}
			catch (RuntimeException ex) {
				this.claimed.failed(ex);
				pause(RETRY);
			}
		}
	}

	private void follow() throws InterruptedException {
		try (LogBatches behind = this.log.apply(this.claimed.furthestBehind())) {
			while (!this.stopped && !claimed().isEmpty()) {
				this.claimed.extendIfDue();
				List<TrackedEventMessage<?>> events = behind.next();
				long begun = System.nanoTime();
				if (!events.isEmpty()) {
					this.claimed.handle(events, () -> this.stopped);
					pause(this.pace.after(events.size(), events.size() >= LogBatches.SIZE,
							Duration.ofNanos(System.nanoTime() - begun)));
				}
			}
		}
	}

	private void pause(Duration duration) {
		long until = System.nanoTime() + duration.toNanos();
		for (long left = duration.toNanos(); left > 0 && !this.stopped; left = until - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
