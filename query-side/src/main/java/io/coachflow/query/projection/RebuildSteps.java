package io.coachflow.query.projection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.coachflow.query.projection.ProjectionStates.ProjectionState;
import io.coachflow.query.projection.ProjectionTokens.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The steps of rebuilds, and of filling a slot again that a crash of PostgreSQL has
 * emptied. Each is a transaction on the projection's row that any node may take, so it
 * survives the crash of a node.
 */
@Component
class RebuildSteps {

	private static final Logger logger = LoggerFactory.getLogger(RebuildSteps.class);

	private final ProjectionStates states;

	private final ProjectionTokens tokens;

	private final LogHead head;

	private final DeadLetterTable deadLetters;

	private final UnloggedSlots unlogged;

	private final TransactionOperations transactions;

	/**
	 * The head of the log at the previous tick: a rebuild that has reached it is late by
	 * one tick at most.
	 */
	private final Map<String, Long> goals = new ConcurrentHashMap<>();

	RebuildSteps(ProjectionStates states, ProjectionTokens tokens, LogHead head, DeadLetterTable deadLetters,
			UnloggedSlots unlogged, TransactionOperations transactions) {
		this.states = states;
		this.tokens = tokens;
		this.head = head;
		this.deadLetters = deadLetters;
		this.unlogged = unlogged;
		this.transactions = transactions;
	}

	/**
	 * Takes the next step, if there is one.
	 * @param emptied the processors whose slots must be filled anew first
	 */
	void advance(ReadModel model, Set<String> emptied) {
		ProjectionState seen = this.states.state(model.name());
		for (Slot slot : Slot.values()) {
			if (seen.uses(slot) && emptied.contains(slot.of(model.name()))) {
				step(model, seen, (it, _) -> refill(it, slot));
			}
		}
		String idle = seen.live().other().of(model.name());
		switch (seen.phase()) {
			case LIVE -> {
				if (this.tokens.of(idle).segments() > 0) {
					step(model, seen, (it, state) -> cleared(it, state.live().other()));
				}
			}
			case PREPARING -> step(model, seen, (it, state) -> {
				if (cleared(it, state.live().other())) {
					this.states.begin(it.name());
					logger.info("The rebuild of {} has started beside the live slot", it.name());
				}
			});
			case REBUILDING -> {
				long goal = Optional.ofNullable(this.goals.put(model.name(), this.head.position()))
					.orElse(Long.MAX_VALUE);
				Progress progress = this.tokens.of(idle);
				if (progress.segments() > 0 && progress.position() >= goal) {
					step(model, seen, (it, state) -> {
						this.states.switchOver(state);
						logger.info("The rebuild of {} has caught up at position {} and is live", it.name(),
								progress.position());
					});
					this.goals.remove(model.name());
				}
			}
			case AWAITING_CONFIRMATION -> this.goals.remove(model.name());
		}
	}

	/** Takes a step, unless another node has taken it or holds the lock. */
	private void step(ReadModel model, ProjectionState seen, Step step) {
		this.transactions.executeWithoutResult((_) -> {
			ProjectionState state = this.states.lock(model.name());
			if (state != null && state.phase() == seen.phase() && state.live() == seen.live()) {
				step.take(model, state);
			}
		});
		this.states.refresh();
	}

	private interface Step {

		void take(ReadModel model, ProjectionState state);

	}

	private void refill(ReadModel model, Slot slot) {
		if (cleared(model, slot)) {
			logger.warn("A crash of PostgreSQL has emptied {}: it is filled again from the first event",
					slot.of(model.name()));
		}
	}

	/** Empties the slot; returns false while a node may still write to it. */
	private boolean cleared(ReadModel model, Slot slot) {
		String processor = slot.of(model.name());
		if (this.tokens.of(processor).claimed() > 0) {
			return false;
		}
		// First what a batch locks first
		this.tokens.delete(processor);
		model.clear().accept(slot);
		this.deadLetters.clear(processor);
		if (!model.logged()) {
			this.unlogged.cleared(processor, this.head.position());
		}
		return true;
	}

}
