package io.coachflow.query.projection;

import java.util.Collection;
import java.util.Optional;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This node's claims on slots of read models, and their positions. A slot's position is
 * stored in the transaction that writes its rows, and only while this node has the claim:
 * a node that lost it without noticing cannot commit.
 */
@Component
class SlotClaims {

	/**
	 * Each slot has two segments, which were handled apart once. They are claimed, and
	 * advance, together.
	 */
	private static final int SEGMENTS = 2;

	private final TokenStore tokens;

	private final TransactionManager transactions;

	SlotClaims(TokenStore tokens, TransactionManager transactions) {
		this.tokens = tokens;
		this.transactions = transactions;
	}

	/**
	 * A claimed slot.
	 *
	 * @param segments the ids of its segments
	 * @param position the last event handled; absent before the first
	 */
	record Claim(SlotProcessor slot, int[] segments, @Nullable TrackingToken position) {

		/** Whether the position is before that of the event. */
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
		return Optional.of(new Claim(slot, segments, furthestBehind));
	}

	/**
	 * Stores the position of a slot within the current transaction.
	 * @throws UnableToClaimTokenException if another node has claimed the slot
	 */
	void store(Claim claim, TrackingToken position) {
		for (int segment : claim.segments()) {
			this.tokens.storeToken(position, claim.slot().getName(), segment);
		}
	}

	/**
	 * Keeps the claims from timing out.
	 * @throws UnableToClaimTokenException if another node has claimed one of the slots
	 */
	void extend(Collection<Claim> claims) {
		this.transactions.executeInTransaction(() -> claims.forEach((claim) -> {
			for (int segment : claim.segments()) {
				this.tokens.extendClaim(claim.slot().getName(), segment);
			}
		}));
	}

	/** Lets another node claim the slots at once. */
	void release(Collection<Claim> claims) {
		this.transactions.executeInTransaction(() -> claims.forEach((claim) -> {
			for (int segment : claim.segments()) {
				this.tokens.releaseClaim(claim.slot().getName(), segment);
			}
		}));
	}

}
