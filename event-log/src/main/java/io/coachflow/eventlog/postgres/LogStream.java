package io.coachflow.eventlog.postgres;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream of the log. It reads from the database while it is behind, and from
 * the shared {@link RecentEvents} once it has caught up.
 */
class LogStream implements TrackingEventStream {

	private final LogReader reader;

	private final LogTail tail;

	private final CommitTimes times;

	private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();

	private final Semaphore growth = new Semaphore(0);

	private final Runnable onGrowth = this::grown;

	private long position;

	private @Nullable TrackedEventMessage<?> peeked;

	private volatile @Nullable Runnable callback;

	LogStream(LogReader reader, LogTail tail, CommitTimes times, long position) {
		this.reader = reader;
		this.tail = tail;
		this.times = times;
		this.position = position;
		tail.follow(this.onGrowth);
	}

	private void grown() {
		this.growth.release();
		Runnable action = this.callback;
		if (action != null) {
			action.run();
		}
	}

	@Override
	public Optional<TrackedEventMessage<?>> peek() {
		return hasNextAvailable() ? Optional.ofNullable(this.peeked) : Optional.empty();
	}

	@Override
	public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
		long deadline = System.nanoTime() + unit.toNanos(timeout);
		while (this.peeked == null) {
			this.growth.drainPermits();
			this.peeked = next();
			long remaining = deadline - System.nanoTime();
			if (this.peeked == null && (remaining <= 0 || !this.growth.tryAcquire(remaining, TimeUnit.NANOSECONDS))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
		while (true) {
			if (hasNextAvailable(1, TimeUnit.DAYS)) {
				TrackedEventMessage<?> event = this.peeked;
				this.peeked = null;
				if (event != null) {
					this.position = PostgresEventStorageEngine.position(event.trackingToken());
					this.times.seen(this.position);
					return event;
				}
			}
		}
	}

	private @Nullable TrackedEventMessage<?> next() {
		if (!this.ahead.isEmpty()) {
			return this.ahead.poll();
		}
		if (this.position >= this.tail.newest()) {
			return null;
		}
		Optional<TrackedEventMessage<?>> recent = this.tail.recent().get(this.position + 1);
		if (recent.isPresent()) {
			return recent.get();
		}
		this.ahead.addAll(this.reader.after(this.position));
		return this.ahead.poll();
	}

	@Override
	public boolean setOnAvailableCallback(Runnable callback) {
		this.callback = callback;
		return true;
	}

	@Override
	public void close() {
		this.tail.leave(this.onGrowth);
	}

}
