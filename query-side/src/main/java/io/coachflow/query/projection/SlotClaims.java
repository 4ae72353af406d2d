package io.coachflow.query.projection;

import java.util.Collection;
import java.util.Optional;

import io.coachflow.eventlog.processor.ProcessorTokens;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This node's claims on slots of read models, and their positions. A slot's position is
 * moved in the transaction that writes its rows, from exactly where it stood before, and
 * only while this node has the claim. So rows and position go together, whoever else
 * wrote and whatever a crash of PostgreSQL took back.
 */
@Component
class SlotClaims {

	/**
	 * Each slot has two segments, which were handled apart once. They are claimed, and
	 * advance, together.
	 */
	private static final int SEGMENTS = 2;

	private final ProcessorTokens tokens;

	private final TransactionManager transactions;

	SlotClaims(ProcessorTokens tokens, TransactionManager transactions) {
		this.tokens = tokens;
		this.transactions = transactions;
	}

	/**
	 * A claimed slot.
	 *
	 * @param segments how many segments it has
	 * @param position the last event handled; absent before the first
	 */
	record Claim(SlotProcessor slot, int segments, @Nullable TrackingToken position) {

		/** Whether the event comes after the position. */
		boolean isBefore(TrackingToken event) {
			return positionOf(this.position) < positionOf(event);
		}

		long index() {
			return positionOf(this.position);
		}

		Claim at(TrackingToken position) {
			return new Claim(this.slot, this.segments, position);
		}

	}

	/** The index of a position; -1 before the first event. */
	static long positionOf(@Nullable TrackingToken token) {
		return (token != null) ? token.position().orElse(-1) : -1;
	}

	/** Claims the slot, unless another node has it. */
	Optional<Claim> claim(SlotProcessor slot) {
		try {
			return this.transactions.fetchInTransaction(() -> claimed(slot));
		}
		catch (UnableToClaimTokenException _) {
			return Optional.empty();
		}
	}

	private Optional<Claim> claimed(SlotProcessor slot) {
		String name = slot.getName();
		int[] segments = this.tokens.fetchSegments(name);
		if (segments.length == 0) {
			this.tokens.initializeTokenSegments(name, SEGMENTS);
			segments = this.tokens.fetchSegments(name);
		}
		// Without locks: the node that has them must not wait
		if (this.tokens.fetchAvailableSegments(name).size() < segments.length) {
			return Optional.empty();
		}
		TrackingToken furthestBehind = WrappedToken.unwrapLowerBound(this.tokens.fetchToken(name, segments[0]));
		for (int segment : segments) {
			TrackingToken token = WrappedToken.unwrapLowerBound(this.tokens.fetchToken(name, segment));
			furthestBehind = (positionOf(token) < positionOf(furthestBehind)) ? token : furthestBehind;
		}
		this.tokens.level(name, furthestBehind);
		return Optional.of(new Claim(slot, segments.length, furthestBehind));
	}

	/**
	 * Moves the position of a slot within the current transaction.
	 * @throws UnableToClaimTokenException if the slot is not this node's any more, or not
	 * at the position of the claim
	 */
	void move(Claim claim, @Nullable TrackingToken position) {
		if (this.tokens.move(claim.slot().getName(), claim.position(), position) != claim.segments()) {
			throw new UnableToClaimTokenException(claim.slot() + " is no longer this node's at " + claim.index());
		}
	}

	/**
	 * Keeps the claims from timing out.
	 * @throws UnableToClaimTokenException as {@link #move} does
	 */
	void extend(Collection<Claim> claims) {
		this.transactions.executeInTransaction(() -> claims.forEach((claim) -> move(claim, claim.position())));
	}

	/** Lets another node claim the slots at once. */
	void release(Collection<SlotProcessor> slots) {
		this.transactions.executeInTransaction(() -> slots.forEach((slot) -> {
			for (int segment : this.tokens.fetchSegments(slot.getName())) {
				this.tokens.releaseClaim(slot.getName(), segment);
			}
		}));
	}

}
