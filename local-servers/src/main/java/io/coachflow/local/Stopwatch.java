package io.coachflow.local;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;

/** Measures how long a person has been waiting. */
final class Stopwatch {

	private final long start = System.nanoTime();

	boolean hasPassed(Duration limit) {
		return System.nanoTime() - this.start > limit.toNanos();
	}

	/** Waits 50 ms before the next look. */
	static void pause() throws InterruptedIOException {
		try {
			Thread.sleep(Duration.ofMillis(50));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while waiting for a server");
		}
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - this.start) / 1e9);
	}

}
