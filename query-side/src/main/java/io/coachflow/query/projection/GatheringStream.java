package io.coachflow.query.projection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the events of a busy log gather before a live read model gets them, because each
 * of its batches is a transaction. If the log is not busy, events pass at once. One
 * thread reads.
 */
final class GatheringStream extends ForwardingStream {

	private static final Logger logger = LoggerFactory.getLogger(GatheringStream.class);

	/** A log is busy if so many events came since the reader last had caught up. */
	private static final int BUSY_FROM = 8;

	private final long pauseNanos;

	private final AtomicBoolean wakeUpDue = new AtomicBoolean();

	private int taken;

	/** Until then no event passes; on the scale of {@link System#nanoTime()}. */
	private volatile long opensAt = System.nanoTime();

	private volatile @Nullable Runnable callback;

	/**
	 * Gathers the events of another stream.
	 * @param pause how long events gather, from the moment when the reader had caught up
	 */
	GatheringStream(BlockingStream<TrackedEventMessage<?>> stream, Duration pause) {
		super(stream);
		this.pauseNanos = pause.toNanos();
	}

	@Override
	public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
		long closed = this.opensAt - System.nanoTime();
		if (closed > 0) {
			wakeUpAfter(closed);
			return false;
		}
		if (super.hasNextAvailable(timeout, unit)) {
			return true;
		}
		if (this.taken >= BUSY_FROM) {
			this.opensAt = System.nanoTime() + this.pauseNanos;
		}
		this.taken = 0;
		return false;
	}

	@Override
	public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
		this.taken++;
		return super.nextAvailable();
	}

	@Override
	public boolean setOnAvailableCallback(Runnable callback) {
		this.callback = callback;
		return super.setOnAvailableCallback(() -> {
			long closed = this.opensAt - System.nanoTime();
			if (closed > 0) {
				wakeUpAfter(closed);
			}
			else {
				callback.run();
			}
		});
	}

	private void wakeUpAfter(long nanos) {
		if (this.wakeUpDue.compareAndSet(false, true)) {
			CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> {
				this.wakeUpDue.set(false);
				wakeUp();
			});
		}
	}

	private void wakeUp() {
		Runnable action = this.callback;
		if (action == null) {
			return;
		}
		try {
			action.run();
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The reader stopped before it could be woken", ex);
		}
	}

	@Override
	public void close() {
		this.callback = null;
		super.close();
	}

}
