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
 * Wakes threads that wait for an event of a package or of its session, whichever node
 * appends it. One thread follows the log for all of them; the first watch starts it.
 */
@Component
class PackageSignals implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PackageSignals.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final EventStore events;

	/** By aggregate id. */
	private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();

	private final Thread thread = Thread.ofPlatform().name("package-signals").daemon().unstarted(this::run);

	private volatile boolean stopped;

	PackageSignals(EventStore events) {
		this.events = events;
	}

	/** Starts watching a session and its package. */
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
		// The first watch starts the thread
	}

	/**
	 * Runs before the web server waits for its requests to end, so that those that wait
	 * here end at once.
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
				logger.warn(
						"The event log cannot be followed; package streams are late by up to one heartbeat until it can: {}",
						ex.toString());
				pause();
			}
		}
	}

	private void follow() throws InterruptedException {
		try (BlockingStream<TrackedEventMessage<?>> stream = this.events.openStream(this.events.createHeadToken())) {
			// Events appended before the stream was open would be missed
			signalAll();
			while (!this.stopped) {
				if (stream.hasNextAvailable((int) PAUSE.toMillis(), TimeUnit.MILLISECONDS)
						&& stream.nextAvailable() instanceof DomainEventMessage<?> event) {
					this.watches.getOrDefault(event.getAggregateIdentifier(), Set.of()).forEach(Watch::signal);
				}
			}
		}
	}

	private void pause() {
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

	/** The registration of a thread that waits. */
	final class Watch implements AutoCloseable {

		private final String sessionId;

		private final Semaphore signals = new Semaphore(0);

		private Watch(String sessionId) {
			this.sessionId = sessionId;
		}

		/**
		 * Waits for an event since the last call, or since the watch began.
		 * @return false if the time is up or the service is stopping
		 */
		boolean await(Duration timeout) throws InterruptedException {
			boolean signalled = !PackageSignals.this.stopped
					&& this.signals.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS);
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
