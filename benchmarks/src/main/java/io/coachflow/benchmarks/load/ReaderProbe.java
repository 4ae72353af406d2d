package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

import io.coachflow.benchmarks.servers.Coachflow;
import io.lettuce.core.api.StatefulRedisConnection;
import org.HdrHistogram.Histogram;

/**
 * Measures from outside how long after its answer a step shows in Redis: one caller, 20
 * calls a second, and a watcher who looks every tenth of a millisecond for what has not
 * shown yet.
 */
public final class ReaderProbe {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final long LOOK_EVERY_NANOS = 100_000;

	/** A view that comes no sooner counts as this. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

	private final Ledger ledger = new Ledger();

	private final Coachflow coachflow;

	private final List<String> users;

	private final StatefulRedisConnection<String, String> redis;

	private volatile boolean ended;

	/**
	 * Probes one service, once.
	 * @param users values of the {@code Authorization} header
	 * @param redis its Redis database
	 */
	public ReaderProbe(Coachflow coachflow, List<String> users, StatefulRedisConnection<String, String> redis) {
		this.coachflow = coachflow;
		this.users = users;
		this.redis = redis;
	}

	/** Makes the calls and waits until all steps have shown. */
	public Latency measure(Duration duration) throws IOException, InterruptedException, ExecutionException {
		FutureTask<Histogram> watcher = new FutureTask<>(this::watch);
		Thread.ofPlatform().daemon().name("watcher").start(watcher);
		try {
			call(duration);
		}
		finally {
			this.ended = true;
		}
		return Latency.of(watcher.get());
	}

	/** What the probe's caller was told, for the check of the log. */
	public Ledger ledger() {
		return this.ledger;
	}

	private void call(Duration duration) throws IOException {
		try (Entrepreneur entrepreneur = new Entrepreneur(this.coachflow.connect(), this.users,
				this.users.size() - 1)) {
			long end = System.nanoTime() + duration.toNanos();
			for (long due = System.nanoTime(); due < end; due += INTERVAL.toNanos()) {
				LockSupport.parkNanos(due - System.nanoTime());
				boolean step = entrepreneur.stepIsNext();
				if (entrepreneur.call() && step) {
					this.pending.add(new Pending(entrepreneur.session(), entrepreneur.sequence(), System.nanoTime()));
				}
			}
			this.ledger.add(entrepreneur.ledger());
		}
	}

	private Histogram watch() {
		Histogram delays = Latency.histogram();
		while (!this.ended || !this.pending.isEmpty()) {
			for (Iterator<Pending> steps = this.pending.iterator(); steps.hasNext();) {
				Pending step = steps.next();
				boolean shown = shows(step);
				long delay = System.nanoTime() - step.answeredAt;
				if (shown || delay > PATIENCE.toNanos()) {
					delays.recordValue(delay);
					steps.remove();
				}
			}
			LockSupport.parkNanos(LOOK_EVERY_NANOS);
		}
		return delays;
	}

	private boolean shows(Pending step) {
		String seen = this.redis.sync().hget("coachflow:session:" + step.session, "sequence");
		return seen != null && Long.parseLong(seen) >= step.sequence;
	}

	private record Pending(String session, long sequence, long answeredAt) {

	}

}
