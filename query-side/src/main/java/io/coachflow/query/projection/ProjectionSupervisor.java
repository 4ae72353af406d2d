package io.coachflow.query.projection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.contracts.node.Stopping;
import io.coachflow.query.projection.ProjectionStates.ProjectionState;
import io.coachflow.query.projection.ProjectionTokens.Progress;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs a processor for each slot in use, and advances rebuilds. Each step of a rebuild is
 * a transaction on the projection's row that any node may take, so a rebuild survives the
 * crash of a node.
 */
@Component
class ProjectionSupervisor {

	private static final Logger logger = LoggerFactory.getLogger(ProjectionSupervisor.class);

	private static final long TICK_MILLIS = 500;

	private final List<ReadModel> models;

	private final ProjectionStates states;

	private final ProjectionTokens tokens;

	private final LogHead head;

	private final DeadLetterTable deadLetters;

	private final EventProcessingConfiguration processing;

	private final Projectors projectors;

	private final TransactionOperations transactions;

	private final Stopping stopping;

	private final boolean hasRole;

	/**
	 * The head of the log at the previous tick: a rebuild that has reached it is late by
	 * one tick at most.
	 */
	private final Map<String, Long> goals = new ConcurrentHashMap<>();

	private boolean started;

	ProjectionSupervisor(List<ReadModel> models, ProjectionStates states, ProjectionTokens tokens, LogHead head,
			DeadLetterTable deadLetters, EventProcessingConfiguration processing, Projectors projectors,
			TransactionOperations transactions, Stopping stopping, NodeRoles roles) {
		this.models = models;
		this.states = states;
		this.tokens = tokens;
		this.head = head;
		this.deadLetters = deadLetters;
		this.processing = processing;
		this.projectors = projectors;
		this.transactions = transactions;
		this.stopping = stopping;
		this.hasRole = roles.include(NodeRole.PROJECTIONS);
	}

	@EventListener(ApplicationStartedEvent.class)
	synchronized void start() {
		this.models.forEach((model) -> this.states.register(model.name()));
		this.started = true;
		tick();
	}

	/** Before the servers that projections write to go. */
	@EventListener(ContextClosedEvent.class)
	synchronized void stop() {
		this.started = false;
		this.projectors.stop();
	}

	@Scheduled(fixedDelay = TICK_MILLIS)
	synchronized void tick() {
		if (!this.started || this.stopping.isStopping()) {
			return;
		}
		try {
			this.states.refresh();
			if (this.hasRole) {
				run();
				this.models.forEach(this::advance);
			}
		}
		catch (RuntimeException ex) {
			logger.debug("The projections cannot be checked; the next attempt is in {} ms", TICK_MILLIS, ex);
		}
	}

	/** Runs the slots in use on this node, as the table says. */
	private void run() {
		Map<SlotProcessor, Optional<Lane>> wanted = new LinkedHashMap<>();
		for (ReadModel model : this.models) {
			ProjectionState state = this.states.state(model.name());
			for (Slot slot : Slot.values()) {
				if (state.uses(slot)) {
					this.processing.eventProcessor(slot.of(model.name()), SlotProcessor.class)
						.filter(SlotProcessor::isRunning)
						.ifPresent((processor) -> wanted.put(processor,
								Optional.of(model.lane()).filter((_) -> slot == state.live())));
				}
			}
		}
		this.projectors.run(wanted);
	}

	private void advance(ReadModel model) {
		if (this.stopping.isStopping()) {
			return;
		}
		ProjectionState seen = this.states.state(model.name());
		String idle = seen.live().other().of(model.name());
		switch (seen.phase()) {
			case LIVE -> {
				if (this.tokens.of(idle).segments() > 0) {
					step(model, seen, this::emptied);
				}
			}
			case PREPARING -> step(model, seen, (it, state) -> {
				if (emptied(it, state)) {
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

	/** Empties the idle slot; returns false while a node may still write to it. */
	private boolean emptied(ReadModel model, ProjectionState state) {
		Slot slot = state.live().other();
		String processor = slot.of(model.name());
		if (this.tokens.of(processor).claimed() > 0) {
			return false;
		}
		model.clear().accept(slot);
		this.deadLetters.clear(processor);
		this.tokens.delete(processor);
		return true;
	}

	/** The names of all projections. */
	Set<String> names() {
		return Set.copyOf(this.models.stream().map(ReadModel::name).toList());
	}

}
