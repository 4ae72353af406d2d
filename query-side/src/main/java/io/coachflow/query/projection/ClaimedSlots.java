package io.coachflow.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.coachflow.eventlog.processor.ProcessorTokens;
import io.coachflow.query.projection.SlotClaims.Claim;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * The slots that a projector runs, and what becomes of its batches. One thread changes
 * it, any may ask.
 */
final class ClaimedSlots {

	private static final Duration EXTENSION = ProcessorTokens.CLAIM_TIMEOUT.dividedBy(3);

	private final SlotBatches batches;

	private final SlotClaims claims;

	private final SlotFailures failures;

	private final Map<SlotProcessor, Claim> claimed = new LinkedHashMap<>();

	private long extendedAt = System.nanoTime();

	ClaimedSlots(Collection<Claim> claimed, SlotBatches batches, SlotClaims claims, SlotFailures failures) {
		this.batches = batches;
		this.claims = claims;
		this.failures = failures;
		claimed.forEach((claim) -> this.claimed.put(claim.slot(), claim));
	}

	/** Those that are left. */
	Collection<Claim> now() {
		synchronized (this.claimed) {
			return List.copyOf(this.claimed.values());
		}
	}

	/** From where to read the log. */
	@Nullable TrackingToken furthestBehind() {
		Claim behind = null;
		for (Claim claim : now()) {
			behind = (behind == null || claim.index() < behind.index()) ? claim : behind;
		}
		return (behind != null) ? behind.position() : null;
	}

	/**
	 * Hands the next events to all of them.
	 * @param stopped whether to end before the next transaction
	 * @throws UnableToClaimTokenException if a slot is not this node's any more
	 * @throws RuntimeException if all of them fail
	 */
	void handle(List<TrackedEventMessage<?>> events, BooleanSupplier stopped) {
		TrackingToken last = events.getLast().trackingToken();
		List<Claim> behind = now().stream().filter((claim) -> claim.isBefore(last)).toList();
		try {
			this.batches.handle(events, behind, false);
			behind.forEach((claim) -> succeeded(claim, last));
		}
		catch (UnableToClaimTokenException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			handleEach(events, behind, ex, stopped);
		}
		this.extendedAt = System.nanoTime();
	}

	/** Those that fail leave, unless all do: then the database is at fault. */
	private void handleEach(List<TrackedEventMessage<?>> events, Collection<Claim> behind, RuntimeException first,
			BooleanSupplier stopped) {
		Map<Claim, RuntimeException> failed = new LinkedHashMap<>();
		for (Claim claim : behind) {
			if (stopped.getAsBoolean()) {
				return;
			}
			try {
				this.batches.handle(events, List.of(claim), true);
				succeeded(claim, events.getLast().trackingToken());
			}
			catch (UnableToClaimTokenException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				failed.put(claim, ex);
			}
		}
		if (failed.size() == now().size()) {
			throw first;
		}
		failed.forEach(this.failures::failed);
		forget(failed.keySet());
	}

	/** Records that none of them can go on. */
	void failed(RuntimeException ex) {
		now().forEach((claim) -> this.failures.failed(claim, ex));
	}

	/** They are another node's, or where they stand is not known. */
	void forgetAll() {
		now().forEach((claim) -> claim.slot().failed(null));
		forget(now());
	}

	/**
	 * Keeps the claims from timing out.
	 * @throws UnableToClaimTokenException if a slot is not this node's any more
	 */
	void extendIfDue() {
		if (System.nanoTime() - this.extendedAt > EXTENSION.toNanos()) {
			this.claims.extend(now());
			this.extendedAt = System.nanoTime();
		}
	}

	private void succeeded(Claim claim, TrackingToken position) {
		synchronized (this.claimed) {
			this.claimed.put(claim.slot(), claim.at(position));
		}
		claim.slot().failed(null);
	}

	private void forget(Collection<Claim> claims) {
		synchronized (this.claimed) {
			claims.forEach((claim) -> this.claimed.remove(claim.slot()));
		}
	}

}
