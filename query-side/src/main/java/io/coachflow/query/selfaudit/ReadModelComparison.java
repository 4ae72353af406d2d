package io.coachflow.query.selfaudit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.coachflow.contracts.node.Stopping;
import io.coachflow.query.projection.LiveProjections;
import io.coachflow.query.selfaudit.SelfAuditLog.Mismatch;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows the log behind the projections, and compares each session and package in the
 * read models with the fold of its history.
 */
@Component
class ReadModelComparison {

	private static final Logger logger = LoggerFactory.getLogger(ReadModelComparison.class);

	private static final int EVENTS = 200;

	private static final int MISMATCHES = 20;

	private final List<ReadModelCheck> checks;

	private final SelfAuditLog log;

	private final LiveProjections projections;

	private final EventStore events;

	private final Stopping stopping;

	ReadModelComparison(List<ReadModelCheck> checks, SelfAuditLog log, LiveProjections projections, EventStore events,
			Stopping stopping) {
		this.checks = checks;
		this.log = log;
		this.projections = projections;
		this.events = events;
		this.stopping = stopping;
	}

	/**
	 * Compares the sessions and packages of the next events, and stores the position
	 * reached.
	 * @return whether there is more to compare at once; false if the node stops
	 * meanwhile, and then the position is not stored
	 */
	boolean goOn(long from) {
		for (Mismatch mismatch : this.log.some(MISMATCHES)) {
			if (this.stopping.isStopping()) {
				return false;
			}
			checkAgain(mismatch);
		}
		long through = this.checks.stream()
			.mapToLong((check) -> this.projections.position(check.readModel()))
			.min()
			.orElse(from);
		// Only the last event of each session and package: the fold includes the others
		Map<String, TrackedEventMessage<?>> last = new HashMap<>();
		long reached = from;
		List<TrackedEventMessage<?>> events = between(from, through);
		for (TrackedEventMessage<?> event : events) {
			reached = event.trackingToken().position().orElse(reached);
			if (event instanceof DomainEventMessage<?> it) {
				last.put(it.getAggregateIdentifier(), event);
			}
		}
		for (TrackedEventMessage<?> event : last.values()) {
			for (ReadModelCheck check : this.checks) {
				if (this.stopping.isStopping()) {
					return false;
				}
				check(check, event);
			}
		}
		if (reached > from) {
			this.log.advance(reached);
		}
		return events.size() == EVENTS;
	}

	private void check(ReadModelCheck check, TrackedEventMessage<?> event) {
		if (event instanceof DomainEventMessage<?> it) {
			List<String> fields = differences(check, it);
			if (!fields.isEmpty()) {
				Mismatch mismatch = new Mismatch(check.readModel(), it.getAggregateIdentifier(),
						event.trackingToken().position().orElse(0));
				logger.warn("{} differs from the log for {}: {}", mismatch.readModel(), mismatch.aggregateId(), fields);
				this.log.found(mismatch, fields);
			}
		}
	}

	/** Deletes a mismatch that a rebuild or a later event has resolved. */
	private void checkAgain(Mismatch mismatch) {
		Optional<ReadModelCheck> check = this.checks.stream()
			.filter((it) -> it.readModel().equals(mismatch.readModel()))
			.findFirst();
		Optional<DomainEventMessage<?>> last = lastOf(mismatch.aggregateId());
		if (check.isEmpty() || last.isEmpty() || differences(check.get(), last.get()).isEmpty()) {
			this.log.mended(mismatch);
		}
	}

	/**
	 * What waits as a dead letter is known to be missing, so it is no difference. That
	 * includes events that this version cannot read.
	 */
	private List<String> differences(ReadModelCheck check, DomainEventMessage<?> event) {
		List<String> fields;
		try {
			fields = check.differences(event);
		}
		catch (IllegalStateException ex) {
			logger.debug("{} cannot be folded", event.getAggregateIdentifier(), ex);
			fields = List.of("unreadable");
		}
		return (!fields.isEmpty() && this.projections.isParked(check.readModel(), event.getAggregateIdentifier()))
				? List.of() : fields;
	}

	private Optional<DomainEventMessage<?>> lastOf(String aggregateId) {
		DomainEventStream stream = this.events.readEvents(aggregateId);
		DomainEventMessage<?> last = null;
		while (stream.hasNext()) {
			last = stream.next();
		}
		return Optional.ofNullable(last);
	}

	private List<TrackedEventMessage<?>> between(long from, long through) {
		List<TrackedEventMessage<?>> read = new ArrayList<>();
		try (BlockingStream<TrackedEventMessage<?>> stream = this.events
			.openStream((from > 0) ? new GlobalSequenceTrackingToken(from) : null)) {
			while (!this.stopping.isStopping() && read.size() < EVENTS && from + read.size() < through
					&& stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
				TrackedEventMessage<?> next = stream.nextAvailable();
				if (next.trackingToken().position().orElse(Long.MAX_VALUE) > through) {
					return read;
				}
				read.add(next);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		return read;
	}

}
