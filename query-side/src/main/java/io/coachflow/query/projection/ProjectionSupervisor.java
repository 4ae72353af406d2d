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
 * Runs a processor for each slot in use, and takes rebuilds from step to step. Each step
 * is a transaction on the projection's row, whichever node takes it, so a rebuild goes on
 * wherever a killed node left it.
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
	 * The head of the log as of the tick before: who reaches it is at most a tick late.
	 */
	private final Map<String, Long> goals = new ConcurrentHashMap<>();

	/** What was last asked of each processor. */
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
		// When the node stops, Axon stops what runs
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
			logger.debug("The projections stay as they are for now", ex);
		}
	}

	/** Starts and stops this node's processors as the table has it. */
	private void run(ReadModel model) {
		if (this.stopping.isStopping()) {
			return;
		}
		ProjectionState state = this.states.state(model.name());
		for (Slot slot : Slot.values()) {
			boolean wanted = this.hasRole && state.uses(slot);
			String name = slot.of(model.name());
			// What somebody stopped by hand stays as it is until the table has news
			if (Objects.requireNonNullElse(this.wanted.put(name, wanted), false) != wanted) {
				processor(name).ifPresent(wanted ? StreamingEventProcessor::start : StreamingEventProcessor::shutDown);
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
					logger.info("{} is rebuilt beside the live one", it.name());
				}
			});
			case REBUILDING -> {
				long goal = Optional.ofNullable(this.goals.put(model.name(), this.head.position()))
					.orElse(Long.MAX_VALUE);
				Progress progress = this.tokens.of(idle);
				if (progress.segments() > 0 && progress.position() >= goal) {
					step(model, seen, (it, state) -> {
						this.states.switchOver(state);
						logger.info("{} is rebuilt through position {} and read from now on", it.name(),
								progress.position());
					});
					this.goals.remove(model.name());
				}
			}
			case AWAITING_CONFIRMATION -> this.goals.remove(model.name());
		}
	}

	/** Takes a step, unless another node has or does. */
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

	/** Empties the idle slot once no node writes to it any more. */
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

	private Optional<StreamingEventProcessor> processor(String name) {
		return this.processing.eventProcessor(name, StreamingEventProcessor.class);
	}

	/** The names of all projections. */
	Set<String> names() {
		return Set.copyOf(this.models.stream().map(ReadModel::name).toList());
	}

}
