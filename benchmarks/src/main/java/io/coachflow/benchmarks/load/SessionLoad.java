package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.coachflow.benchmarks.machine.CpuMeter;
import io.coachflow.benchmarks.machine.CpuTimes;
import io.coachflow.benchmarks.servers.Coachflow;
import org.HdrHistogram.Histogram;

/**
 * Full sessions over HTTP, closed or open loop.
 */
public final class SessionLoad {

	private final Coachflow coachflow;

	private final List<String> users;

	private final CpuMeter meter;

	private final Ledger ledger = new Ledger();

	/**
	 * Makes load on one service.
	 * @param users values of the {@code Authorization} header
	 */
	public SessionLoad(Coachflow coachflow, List<String> users, CpuMeter meter) {
		this.coachflow = coachflow;
		this.users = users;
		this.meter = meter;
	}

	/**
	 * As many callers, each of whom sends the next call as soon as the last is answered.
	 */
	public LoadResult closed(int connections, Duration duration) throws IOException, InterruptedException {
		return run(connections, 0, new ClosedLoop(duration));
	}

	/** The same, counted second by second. */
	public LoadResult closed(int connections, StepCurve curve) throws IOException, InterruptedException {
		return run(connections, 0, curve);
	}

	/**
	 * Calls that arrive whether or not the earlier ones are answered.
	 * @param stepsPerSecond the rate of steps; start and complete come on top
	 */
	public LoadResult open(int connections, Duration duration, double stepsPerSecond)
			throws IOException, InterruptedException {
		double callsPerSecond = stepsPerSecond * Entrepreneur.CALLS / Entrepreneur.STEPS;
		return run(connections, stepsPerSecond, new OpenLoop(duration, callsPerSecond));
	}

	/** One caller, so many sessions. */
	public LoadResult sessions(long count) throws IOException, InterruptedException {
		return run(1, 0, new FixedCalls(count * Entrepreneur.CALLS));
	}

	/** What the callers were told since the last time this was asked. */
	public Ledger takeLedger() {
		Ledger taken = new Ledger();
		taken.add(this.ledger);
		this.ledger.acknowledged().clear();
		this.ledger.unknown().clear();
		return taken;
	}

	private LoadResult run(int connections, double offered, Schedule schedule)
			throws IOException, InterruptedException {
		List<Caller> callers = IntStream.range(0, connections)
			.mapToObj((number) -> new Caller(new Entrepreneur(this.coachflow.connect(), this.users, number), schedule))
			.toList();
		AtomicReference<CpuTimes> before = new AtomicReference<>(this.meter.read());
		double seconds = Crew.run(connections, (number) -> callers.get(number).work(), () -> {
			before.set(this.meter.read());
			schedule.begin();
		});
		CpuTimes cpu = this.meter.read().since(before.get());
		Histogram latency = Latency.histogram();
		for (Caller caller : callers) {
			latency.add(caller.steps);
			this.ledger.add(caller.entrepreneur.ledger());
			caller.entrepreneur.close();
		}
		return new LoadResult(connections, offered, seconds, latency.getTotalCount(),
				callers.stream().mapToLong((caller) -> caller.requests).sum(),
				callers.stream().mapToLong((caller) -> caller.failures).sum(),
				callers.stream()
					.map((caller) -> caller.entrepreneur.failure())
					.filter(Objects::nonNull)
					.findAny()
					.orElse(""),
				Latency.of(latency), cpu);
	}

	/** When calls are sent. */
	interface Schedule {

		/** Called once, before the first call. */
		void begin();

		/**
		 * Waits for the moment of the next call.
		 * @return that moment, by {@link System#nanoTime}; {@link Long#MIN_VALUE} at the
		 * end of the run
		 */
		long awaitNext();

		/**
		 * Told of each accepted step.
		 * @param when by {@link System#nanoTime}
		 */
		default void stepAccepted(long when) {
		}

	}

	private static final class Caller {

		private final Histogram steps = Latency.histogram();

		private final Entrepreneur entrepreneur;

		private final Schedule schedule;

		private long requests;

		private long failures;

		Caller(Entrepreneur entrepreneur, Schedule schedule) {
			this.entrepreneur = entrepreneur;
			this.schedule = schedule;
		}

		void work() {
			long due = this.schedule.awaitNext();
			while (due != Long.MIN_VALUE) {
				boolean step = this.entrepreneur.stepIsNext();
				if (this.entrepreneur.call()) {
					this.requests++;
					if (step) {
						long now = System.nanoTime();
						this.steps.recordValue(now - due);
						this.schedule.stepAccepted(now);
					}
				}
				else {
					this.failures++;
				}
				due = this.schedule.awaitNext();
			}
		}

	}

}
