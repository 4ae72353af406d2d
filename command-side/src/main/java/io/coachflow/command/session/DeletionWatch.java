package io.coachflow.command.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.llm.SessionWork;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the event log and cancels this node's work for a session when any node deletes
 * it.
 */
@Component
class DeletionWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DeletionWatch.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final EventStore events;

	private final SessionWork work;

	private final Thread thread = Thread.ofPlatform().name("deletion-watch").daemon().unstarted(this::run);

	/**
	 * The position of the last event seen; earlier deletions do not concern a node that
	 * just started.
	 */
	private @Nullable TrackingToken seen;

	private volatile boolean running;

	DeletionWatch(EventStore events, SessionWork work) {
		this.events = events;
		this.work = work;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread.start();
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Starts before the agents and stops after them. */
	@Override
	public int getPhase() {
		return Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS;
	}

	private void run() {
		while (this.running) {
			try {
				follow();
			}
			catch (InterruptedException _) {
				return;
			}
			catch (RuntimeException ex) {
				if (this.running) {
					logger.warn("The event log cannot be read, so work for deleted sessions is cancelled later: {}",
							ex.toString());
					rest();
				}
			}
		}
	}

	private void follow() throws InterruptedException {
		if (this.seen == null) {
			this.seen = this.events.createHeadToken();
		}
		try (BlockingStream<TrackedEventMessage<?>> stream = this.events.openStream(this.seen)) {
			while (this.running) {
				if (stream.hasNextAvailable((int) PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
					TrackedEventMessage<?> event = stream.nextAvailable();
					if (event.getPayloadType() == SessionDeleted.class && event instanceof DomainEventMessage<?> it) {
						this.work.cutOff(it.getAggregateIdentifier());
					}
					this.seen = event.trackingToken();
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

}
