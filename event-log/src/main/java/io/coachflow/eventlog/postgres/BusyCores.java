package io.coachflow.eventlog.postgres;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;

/**
 * Whether the cores that this node may use are busy, with whatever runs on them. One
 * thread asks it.
 */
final class BusyCores implements BooleanSupplier {

	private static final double BUSY = 0.75;

	/** Each look reads files of the kernel, over the time since the last. */
	private static final long INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

	private final DoubleSupplier load;

	private final LongSupplier clock;

	private boolean busy;

	private long lookedAt;

	BusyCores() {
		this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad, System::nanoTime);
	}

	/**
	 * Creates it with a load from elsewhere.
	 * @param load 0 to 1, negative if it is not known
	 * @param clock in nanoseconds
	 */
	BusyCores(DoubleSupplier load, LongSupplier clock) {
		this.load = load;
		this.clock = clock;
		this.lookedAt = clock.getAsLong() - INTERVAL_NANOS;
	}

	@Override
	public boolean getAsBoolean() {
		long now = this.clock.getAsLong();
		if (now - this.lookedAt >= INTERVAL_NANOS) {
			this.lookedAt = now;
			double load = this.load.getAsDouble();
			// Where it is not known, many who append say it
			this.busy = load < 0 || load >= BUSY;
		}
		return this.busy;
	}

}
