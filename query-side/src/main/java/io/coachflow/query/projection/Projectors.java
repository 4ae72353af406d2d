package io.coachflow.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.query.projection.SlotClaims.Claim;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The projectors of this node. The live slots of a lane share one. A slot that is being
 * rebuilt, that is far behind, or that fails, has one of its own until it has caught up.
 * One thread calls this class.
 */
@Component
class Projectors {

	/** Slots so many events apart are close enough to go on together. */
	private static final long NEAR = 2_000;

	private final SlotClaims claims;

	private final SlotBatches batches;

	private final SlotFailures failures;

	private final EventStore log;

	private final LogHead head;

	private final List<Projector> running = new ArrayList<>();

	Projectors(SlotClaims claims, SlotBatches batches, SlotFailures failures, EventStore log, LogHead head) {
		this.claims = claims;
		this.batches = batches;
		this.failures = failures;
		this.log = log;
		this.head = head;
	}

	/**
	 * Runs these slots and no others, as far as no other node does.
	 * @param wanted the slots, each with its lane if it is live
	 */
	void run(Map<SlotProcessor, @Nullable Lane> wanted) {
		stopUnwanted(wanted);
		startMissing(wanted);
		join(wanted);
	}

	/** Stops all of them, so that other nodes can go on. */
	void stop() {
		this.running.forEach(Projector::halt);
		List.copyOf(this.running).forEach(this::stop);
	}

	/** The names of the slots that run, those of one projector together. */
	List<List<String>> together() {
		return this.running.stream()
			.map((projector) -> projector.claimed().stream().map((claim) -> claim.slot().getName()).sorted().toList())
			.filter((names) -> !names.isEmpty())
			.toList();
	}

	private void stopUnwanted(Map<SlotProcessor, @Nullable Lane> wanted) {
		for (Projector projector : List.copyOf(this.running)) {
			Collection<Claim> claimed = projector.claimed();
			if (projector.hasEnded() || !wanted.keySet().containsAll(slots(claimed))) {
				stop(projector);
			}
		}
	}

	private void stop(Projector projector) {
		this.running.remove(projector);
		Collection<Claim> claimed = projector.stop();
		if (!claimed.isEmpty()) {
			this.claims.release(claimed);
		}
	}

	private void startMissing(Map<SlotProcessor, @Nullable Lane> wanted) {
		Set<SlotProcessor> running = this.running.stream()
			.flatMap((projector) -> slots(projector.claimed()).stream())
			.collect(Collectors.toSet());
		wanted.forEach((slot, lane) -> {
			if (!running.contains(slot)) {
				this.claims.claim(slot).ifPresent((claim) -> start(List.of(claim), lane));
			}
		});
	}

	/** Joins the projectors of a lane that are close to one another. */
	private void join(Map<SlotProcessor, @Nullable Lane> wanted) {
		for (Lane lane : Lane.values()) {
			List<Projector> apart = this.running.stream()
				.filter((projector) -> !projector.isFailing()
						&& slots(projector.claimed()).stream().allMatch((slot) -> wanted.get(slot) == lane))
				.toList();
			long furthest = apart.stream().mapToLong(Projectors::position).max().orElse(0);
			List<Projector> near = apart.stream()
				.filter((projector) -> position(projector) >= furthest - NEAR)
				.toList();
			if (near.size() > 1) {
				start(near.stream().flatMap((projector) -> projector.stop().stream()).toList(), lane);
				this.running.removeAll(near);
			}
		}
	}

	private void start(Collection<Claim> claims, @Nullable Lane lane) {
		Pace pace = (lane != null) ? lane.pace() : new RebuildPace(this.head::position);
		Projector projector = new Projector(claims, pace, this.log, this.batches, this.claims, this.failures);
		this.running.add(projector);
		projector.start();
	}

	private static long position(Projector projector) {
		return projector.claimed().stream().mapToLong(Claim::index).min().orElse(-1);
	}

	private static Set<SlotProcessor> slots(Collection<Claim> claims) {
		return claims.stream().map(Claim::slot).collect(Collectors.toSet());
	}

}
