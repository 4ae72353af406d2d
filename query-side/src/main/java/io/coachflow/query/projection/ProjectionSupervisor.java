package io.coachflow.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.contracts.node.Stopping;
import io.coachflow.query.projection.ProjectionStates.ProjectionState;
import io.coachflow.query.projection.ProjectionTokens.Progress;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
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

	private final TransactionOperations transactions;

	private final Stopping stopping;

	private final boolean hasRole;

	/**
	 * The head of the log at the previous tick: a rebuild that has reached it is late by
	 * one tick at most.
	 */
	private final Map<String, Long> goals = new ConcurrentHashMap<>();

	/** Whether each processor was last started (true) or stopped. */
	private final Map<String, Boolean> wanted = new ConcurrentHashMap<>();

	private boolean started;

	ProjectionSupervisor(List<ReadModel> models, ProjectionStates states, ProjectionTokens tokens, LogHead head,
			DeadLetterTable deadLetters, EventProcessingConfiguration processing, TransactionOperations transactions,
			Stopping stopping, NodeRoles roles) {
		this.models = models;
		this.states = states;
		this.tokens = tokens;
		this.head = head;
		this.deadLetters = deadLetters;
		this.processing = processing;
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

	@Scheduled(fixedDelay = TICK_MILLIS)
	synchronized void tick() {
		// When the node stops, Axon stops the processors
		if (!this.started || this.stopping.isStopping()) {
			return;
		}
		try {
			this.states.refresh();
			this.models.forEach(this::run);
			if (this.hasRole) {
				this.models.forEach(this::advance);
			}
		}
		catch (RuntimeException ex) {
			logger.debug("The projections cannot be checked; the next attempt is in {} ms", TICK_MILLIS, ex);
		}
	}

	/** Starts and stops this node's processors as the table says. */
	private void run(ReadModel model) {
		if (this.stopping.isStopping()) {
			return;
		}
		ProjectionState state = this.states.state(model.name());
		for (Slot slot : Slot.values()) {
			boolean wanted = this.hasRole && state.uses(slot);
			String name = slot.of(model.name());
			// Only on a change: a processor that was stopped by hand stays stopped
			if (Objects.requireNonNullElse(this.wanted.put(name, wanted), false) != wanted) {
				this.processing.eventProcessor(name, StreamingEventProcessor.class)
					.ifPresent(wanted ? StreamingEventProcessor::start : StreamingEventProcessor::shutDown);
			}
		}
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
