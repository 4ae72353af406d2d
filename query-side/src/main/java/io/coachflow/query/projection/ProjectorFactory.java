package io.coachflow.query.projection;

import java.util.Collection;
import java.util.Optional;

import io.coachflow.query.projection.SlotClaims.Claim;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Creates projectors, and decides how they read the log. A rebuild reads ahead, and rests
 * for those who append. Live slots keep the pace of their lane, also while they read
 * ahead because they are far behind: readers wait for them.
 */
@Component
class ProjectorFactory {

	private final SlotClaims claims;

	private final SlotBatches batches;

	private final SlotFailures failures;

	private final EventStore log;

	private final LogHead head;

	ProjectorFactory(SlotClaims claims, SlotBatches batches, SlotFailures failures, EventStore log, LogHead head) {
		this.claims = claims;
		this.batches = batches;
		this.failures = failures;
		this.log = log;
		this.head = head;
	}

	/**
	 * Creates a projector, which is yet to be started.
	 * @param lane that of the slots if they are live
	 */
	Projector create(Collection<Claim> claims, Optional<Lane> lane) {
		ClaimedSlots claimed = new ClaimedSlots(claims, this.batches, this.claims, this.failures);
		return lane.map((it) -> new Projector(claimed, it.pace(), this::live))
			.orElseGet(() -> new Projector(claimed, new RebuildPace(this.head::position), this::ahead));
	}

	private LogBatches live(@Nullable TrackingToken from) {
		return new LiveBatches(from, this::direct, this::ahead, this.head::position);
	}

	private LogBatches ahead(@Nullable TrackingToken from) {
		return ReadAhead.of(LogBatches.of(this.log.openStream(from), ReadAhead.SIZE));
	}

	private LogBatches direct(@Nullable TrackingToken from) {
		return LogBatches.of(this.log.openStream(from), LogBatches.SIZE);
	}

}
