package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.coachflow.benchmarks.servers.Coachflow;
import io.lettuce.core.api.StatefulRedisConnection;
import org.HdrHistogram.Histogram;

/**
 * Measures from outside how long after its answer a step shows in Redis: one caller, few
 * steps a second, who looks every tenth of a millisecond.
 */
public final class ReaderProbe {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final long LOOK_EVERY_NANOS = 100_000;

	/** A view that comes no sooner counts as this. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Ledger ledger = new Ledger();

	private final Coachflow coachflow;

	private final List<String> users;

	private final StatefulRedisConnection<String, String> redis;

	/**
	 * Probes one service.
	 * @param users values of the {@code Authorization} header
	 * @param redis its Redis database
	 */
	public ReaderProbe(Coachflow coachflow, List<String> users, StatefulRedisConnection<String, String> redis) {
		this.coachflow = coachflow;
		this.users = users;
		this.redis = redis;
	}

	/** Takes 20 steps a second. */
	public Latency measure(Duration duration) throws IOException {
		Histogram delays = Latency.histogram();
		try (Entrepreneur entrepreneur = new Entrepreneur(this.coachflow.connect(), this.users,
				this.users.size() - 1)) {
			long end = System.nanoTime() + duration.toNanos();
			for (long due = System.nanoTime(); due < end; due += INTERVAL.toNanos()) {
				LockSupport.parkNanos(due - System.nanoTime());
				boolean step = entrepreneur.stepIsNext();
				if (entrepreneur.call() && step) {
					delays.recordValue(delay(entrepreneur.session(), entrepreneur.sequence()));
				}
			}
			this.ledger.add(entrepreneur.ledger());
		}
		return Latency.of(delays);
	}

	/** What the probe's caller was told, for the check of the log. */
	public Ledger ledger() {
		return this.ledger;
	}

	private long delay(String session, long sequence) {
		long answered = System.nanoTime();
		while (System.nanoTime() - answered < PATIENCE.toNanos()) {
			String seen = this.redis.sync().hget("coachflow:session:" + session, "sequence");
			if (seen != null && Long.parseLong(seen) >= sequence) {
				break;
			}
			LockSupport.parkNanos(LOOK_EVERY_NANOS);
		}
		return System.nanoTime() - answered;
	}

}
