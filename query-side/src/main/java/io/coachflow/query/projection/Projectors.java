package io.coachflow.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.coachflow.query.projection.SlotClaims.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The projectors of this node. The live slots of a lane share one. A slot that is being
 * rebuilt, that is far behind, or that fails, has one of its own until it has caught up.
 * One thread calls this class.
 */
@Component
class Projectors {

	private static final Logger logger = LoggerFactory.getLogger(Projectors.class);

	/**
	 * Slots so many events apart are close enough to go on together, and one so many
	 * events from the end of the log to read it as it grows.
	 */
	static final long NEAR = 2_000;

	/** How long the batches under way may take when they should end. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final SlotClaims claims;

	private final ProjectorFactory factory;

	/** Each projector that may still run, with its lane; without one for a rebuild. */
	private final Map<Projector, Optional<Lane>> running = new LinkedHashMap<>();

	Projectors(SlotClaims claims, ProjectorFactory factory) {
		this.claims = claims;
		this.factory = factory;
	}

	/**
	 * Runs these slots and no others, as far as no other node does.
	 * @param wanted the slots, each with its lane if it is live
	 */
	void run(Map<SlotProcessor, Optional<Lane>> wanted) {
		stopChanged(wanted);
		startMissing(wanted);
		join();
	}

	/** Stops all of them, so that other nodes can go on. */
	void stop() {
		stop(List.copyOf(this.running.keySet()));
	}

	/** The names of the slots that run, those of one projector together. */
	List<List<String>> together() {
		return this.running.keySet()
			.stream()
			.map((projector) -> projector.claimed().stream().map((claim) -> claim.slot().getName()).sorted().toList())
			.filter((names) -> !names.isEmpty())
			.toList();
	}

	private void stopChanged(Map<SlotProcessor, Optional<Lane>> wanted) {
		List<Projector> changed = new ArrayList<>();
		this.running.forEach((projector, lane) -> {
			if (projector.hasEnded()
					|| !projector.claimed().stream().allMatch((claim) -> lane.equals(wanted.get(claim.slot())))) {
				changed.add(projector);
			}
		});
		stop(changed);
	}

	/**
	 * Stops projectors and releases what they had claimed. One whose batch hangs stays:
	 * nobody else may run its slots before it has ended.
	 */
	private void stop(Collection<Projector> projectors) {
		for (Projector projector : ended(projectors)) {
			List<SlotProcessor> slots = projector.claimed().stream().map(Claim::slot).toList();
			if (!slots.isEmpty()) {
				release(slots);
			}
		}
	}

	private void release(List<SlotProcessor> slots) {
		try {
			this.claims.release(slots);
		}
		catch (RuntimeException ex) {
			logger.debug("The claims on {} end when they time out", slots, ex);
		}
	}

	/** Lets the projectors end, and returns those that have. */
	private List<Projector> ended(Collection<Projector> projectors) {
		projectors.forEach(Projector::halt);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		List<Projector> ended = projectors.stream()
			.filter((projector) -> projector.stop(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))))
			.toList();
		ended.forEach(this.running::remove);
		return ended;
	}

	private void startMissing(Map<SlotProcessor, Optional<Lane>> wanted) {
		Set<SlotProcessor> taken = new HashSet<>();
		this.running.keySet().forEach((projector) -> taken.addAll(projector.occupied()));
		wanted.forEach((slot, lane) -> {
			if (!taken.contains(slot)) {
				claim(slot).ifPresentOrElse((claim) -> start(List.of(claim), lane), () -> slot.failed(null));
			}
		});
	}

	/** One that cannot be claimed must not keep the others from running. */
	private Optional<Claim> claim(SlotProcessor slot) {
		try {
			return this.claims.claim(slot);
		}
		catch (RuntimeException ex) {
			logger.debug("{} cannot be claimed", slot, ex);
			return Optional.empty();
		}
	}

	/**
	 * Joins the projectors of a lane that are close to one another. A slot that has
	 * failed is not joined before it has succeeded.
	 */
	private void join() {
		for (Lane lane : Lane.values()) {
			List<Projector> sound = new ArrayList<>();
			this.running.forEach((projector, its) -> {
				if (its.equals(Optional.of(lane)) && isSound(projector)) {
					sound.add(projector);
				}
			});
			long furthest = sound.stream().mapToLong(Projectors::position).max().orElse(0);
			List<Projector> near = sound.stream()
				.filter((projector) -> position(projector) >= furthest - NEAR)
				.toList();
			if (near.size() > 1) {
				List<Claim> together = ended(near).stream().flatMap((it) -> it.claimed().stream()).toList();
				if (!together.isEmpty()) {
					start(together, Optional.of(lane));
				}
			}
		}
	}

	private void start(Collection<Claim> claims, Optional<Lane> lane) {
		Projector projector = this.factory.create(claims, lane);
		projector.start();
		this.running.put(projector, lane);
	}

	private static boolean isSound(Projector projector) {
		return !projector.claimed().isEmpty()
				&& projector.claimed().stream().noneMatch((claim) -> claim.slot().isError());
	}

	private static long position(Projector projector) {
		return projector.claimed().stream().mapToLong(Claim::index).min().orElse(-1);
	}

}
