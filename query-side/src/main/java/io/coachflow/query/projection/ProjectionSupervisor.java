package io.coachflow.query.projection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.contracts.node.Stopping;
import io.coachflow.query.projection.ProjectionStates.ProjectionState;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs a processor for each slot in use, and lets rebuilds advance.
 */
@Component
class ProjectionSupervisor {

	private static final Logger logger = LoggerFactory.getLogger(ProjectionSupervisor.class);

	private static final long TICK_MILLIS = 500;

	private final List<ReadModel> models;

	private final ProjectionStates states;

	private final UnloggedSlots unlogged;

	private final RebuildSteps rebuilds;

	private final EventProcessingConfiguration processing;

	private final Projectors projectors;

	private final Stopping stopping;

	private final boolean hasRole;

	private boolean started;

	ProjectionSupervisor(List<ReadModel> models, ProjectionStates states, UnloggedSlots unlogged, RebuildSteps rebuilds,
			EventProcessingConfiguration processing, Projectors projectors, Stopping stopping, NodeRoles roles) {
		this.models = models;
		this.states = states;
		this.unlogged = unlogged;
		this.rebuilds = rebuilds;
		this.processing = processing;
		this.projectors = projectors;
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
				Set<String> emptied = this.unlogged.emptied(this.models);
				run(emptied);
				this.models.forEach((model) -> advance(model, emptied));
			}
		}
		catch (RuntimeException ex) {
			logger.debug("The projections cannot be checked; the next attempt is in {} ms", TICK_MILLIS, ex);
		}
	}

	/**
	 * Runs the slots in use on this node, as the table says.
	 * @param emptied the processors whose slots must be filled anew first
	 */
	private void run(Set<String> emptied) {
		Map<SlotProcessor, Optional<Lane>> wanted = new LinkedHashMap<>();
		for (ReadModel model : this.models) {
			ProjectionState state = this.states.state(model.name());
			for (Slot slot : Slot.values()) {
				if (state.uses(slot) && !emptied.contains(slot.of(model.name()))) {
					this.processing.eventProcessor(slot.of(model.name()), SlotProcessor.class)
						.filter(SlotProcessor::isRunning)
						.ifPresent((processor) -> wanted.put(processor,
								Optional.of(model.lane()).filter((_) -> slot == state.live())));
				}
			}
		}
		this.projectors.run(wanted);
	}

	private void advance(ReadModel model, Set<String> emptied) {
		if (!this.stopping.isStopping()) {
			this.rebuilds.advance(model, emptied);
		}
	}

	/** The names of all projections. */
	Set<String> names() {
		return Set.copyOf(this.models.stream().map(ReadModel::name).toList());
	}

}
