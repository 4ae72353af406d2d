package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.coachflow.eventlog.postgres.EventRow.Key;
import org.jspecify.annotations.Nullable;

/**
 * Appends that wait for the appender, which takes them in batches. Any thread may offer
 * one; the other methods are for the appender's thread alone.
 */
final class AppendQueue {

	/** Appends that may wait; further ones get 503. */
	private static final int MAX_WAITING = 2048;

	/** Events in a batch. */
	private static final int MAX_BATCH = 512;

	private static final int MAX_BATCH_BYTES = 4 * 1024 * 1024;

	/** From a batch of this size on, the appender lingers for the next appends. */
	private static final int LINGER_FROM = 3;

	/**
	 * How long it lingers, as a multiple of the time that the batch took: each batch
	 * costs a flush, even a small one.
	 */
	private static final int LINGER_FACTOR = 8;

	private static final long MAX_LINGER_NANOS = Duration.ofMillis(2).toNanos();

	private static final long POLL_INTERVAL_NANOS = Duration.ofMillis(1).toNanos() / 2;

	private final BooleanSupplier coresAreBusy;

	private final BlockingQueue<PendingAppend> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

	/** Taken, but too large for the last batch. */
	private @Nullable PendingAppend next;

	/**
	 * The size of recent batches. When as many appends wait, more lingering gains
	 * nothing.
	 */
	private int recentSize;

	/**
	 * Creates an empty queue.
	 * @param coresAreBusy whether a flush takes time from those who compute
	 */
	AppendQueue(BooleanSupplier coresAreBusy) {
		this.coresAreBusy = coresAreBusy;
	}

	/** False if too many wait. */
	boolean offer(PendingAppend append) {
		return this.waiting.offer(append);
	}

	int size() {
		return this.waiting.size();
	}

	boolean isEmpty() {
		return this.next == null && this.waiting.isEmpty();
	}

	/**
	 * Takes waiting appends, as many as fit into one statement. Of two appends with the
	 * same sequence of a session the later one fails.
	 * @param nanos how long to wait for the first append
	 * @return empty if none came
	 */
	List<PendingAppend> nextBatch(long nanos) throws InterruptedException {
		List<PendingAppend> batch = new ArrayList<>();
		Set<Key> keys = new HashSet<>();
		int size = 0;
		int bytes = 0;
		PendingAppend append = (this.next != null) ? this.next : this.waiting.poll(nanos, TimeUnit.NANOSECONDS);
		while (append != null) {
			size += append.rows().size();
			bytes += append.rows().stream().mapToInt(EventRow::weight).sum();
			if (!batch.isEmpty() && (size > MAX_BATCH || bytes > MAX_BATCH_BYTES)) {
				break;
			}
			if (append.take()) {
				List<Key> own = append.rows().stream().map(EventRow::key).toList();
				if (own.stream().noneMatch(keys::contains)) {
					keys.addAll(own);
					batch.add(append);
				}
				else {
					append.fail(new SequenceTakenException(null));
				}
			}
			append = this.waiting.poll();
		}
		this.next = append;
		return batch;
	}

	/**
	 * Waits after a batch until as many appends wait as recent batches held. Returns at
	 * once after a small batch, and where a core is free for the flush of the next.
	 * @param took how long the batch took, in nanoseconds
	 */
	void linger(int batchSize, long took, BooleanSupplier closed) throws InterruptedException {
		this.recentSize = Math.max(batchSize, this.recentSize - 1);
		if (batchSize < LINGER_FROM || !this.coresAreBusy.getAsBoolean()) {
			return;
		}
		long end = System.nanoTime() + Math.min(LINGER_FACTOR * took, MAX_LINGER_NANOS);
		while (this.waiting.size() < this.recentSize && System.nanoTime() < end && !closed.getAsBoolean()) {
			TimeUnit.NANOSECONDS.sleep(POLL_INTERVAL_NANOS);
		}
	}

}
