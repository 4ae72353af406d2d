package io.coachflow.query.businesspackage;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.coachflow.contracts.enrichment.PackageIds;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells who waits for a package that something happened to it or to its session, on
 * whichever node. One thread follows the log for all of them, from the first who waits.
 */
@Component
class PackageSignals implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PackageSignals.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final EventStore events;

	/** By the id of the aggregate. */
	private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();

	private final Thread thread = Thread.ofPlatform().name("package-signals").daemon().unstarted(this::run);

	private volatile boolean stopped;

	PackageSignals(EventStore events) {
		this.events = events;
	}

	/** Begins to watch a session and its package. */
	Watch watch(String sessionId) {
		Watch watch = new Watch(sessionId);
		watch.ids().forEach((id) -> this.watches.compute(id, (_, others) -> {
			Set<Watch> all = (others != null) ? others : ConcurrentHashMap.newKeySet();
			all.add(watch);
			return all;
		}));
		startReading();
		return watch;
	}

	@Override
	public void start() {
		// The first who waits starts the thread
	}

	/**
	 * Comes before the web server waits for its requests to end: those that wait here end
	 * at once.
	 */
	@Override
	public void stop() {
		this.stopped = true;
		this.thread.interrupt();
		signalAll();
	}

	@Override
	public boolean isRunning() {
		return !this.stopped;
	}

	private synchronized void startReading() {
		if (this.thread.getState() == Thread.State.NEW && !this.stopped) {
			this.thread.start();
		}
	}

	private void run() {
		while (!this.stopped) {
			try {
				follow();
			}
			catch (InterruptedException _) {
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("The event log cannot be followed, those who wait look by themselves: {}", ex.toString());
				rest();
			}
		}
	}

	private void follow() throws InterruptedException {
		try (BlockingStream<TrackedEventMessage<?>> stream = this.events.openStream(this.events.createHeadToken())) {
			// What happened before the stream was open would be missed
			signalAll();
			while (!this.stopped) {
				if (stream.hasNextAvailable((int) PAUSE.toMillis(), TimeUnit.MILLISECONDS)
						&& stream.nextAvailable() instanceof DomainEventMessage<?> event) {
					this.watches.getOrDefault(event.getAggregateIdentifier(), Set.of()).forEach(Watch::signal);
				}
			}
		}
	}

	private void rest() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void signalAll() {
		this.watches.values().stream().flatMap(Set::stream).distinct().forEach(Watch::signal);
	}

	/** Somebody who waits. */
	final class Watch implements AutoCloseable {

		private final String sessionId;

		private final Semaphore signals = new Semaphore(0);

		private Watch(String sessionId) {
			this.sessionId = sessionId;
		}

		/**
		 * Waits until something happened since the last call, or since the beginning.
		 * @return false where the time is up or the service stops
		 */
		boolean await(Duration patience) throws InterruptedException {
			boolean signalled = !PackageSignals.this.stopped
					&& this.signals.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
			this.signals.drainPermits();
			return signalled && !PackageSignals.this.stopped;
		}

		@Override
		public void close() {
			ids().forEach((id) -> PackageSignals.this.watches.computeIfPresent(id, (_, all) -> {
				all.remove(this);
				return all.isEmpty() ? null : all;
			}));
		}

		private Set<String> ids() {
			return Set.of(this.sessionId, PackageIds.of(this.sessionId));
		}

		private void signal() {
			this.signals.release();
		}

	}

}
