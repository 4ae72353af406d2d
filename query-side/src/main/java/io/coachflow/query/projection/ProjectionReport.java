package io.coachflow.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.rest.ProjectionFailure;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import io.coachflow.contracts.rest.RebuildView;
import io.coachflow.eventlog.processor.ProcessorFailures;
import io.coachflow.query.projection.ProjectionStates.ProjectionState;
import io.coachflow.query.projection.ProjectionTokens.Progress;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reports the progress of each event processor.
 */
@Component
class ProjectionReport {

	/** The state of a processor that retries the same events. */
	private static final String FAILING = "failing";

	private final List<ReadModel> models;

	private final ProjectionStates states;

	private final ProjectionTokens tokens;

	private final LogHead log;

	private final DeadLetterTable deadLetters;

	private final ProcessorFailures failures;

	private final EventProcessingConfiguration processing;

	private final Clock clock;

	ProjectionReport(List<ReadModel> models, ProjectionStates states, ProjectionTokens tokens, LogHead log,
			DeadLetterTable deadLetters, ProcessorFailures failures, EventProcessingConfiguration processing,
			Clock clock) {
		this.models = models;
		this.states = states;
		this.tokens = tokens;
		this.log = log;
		this.deadLetters = deadLetters;
		this.failures = failures;
		this.processing = processing;
		this.clock = clock;
	}

	/** All processors: read models first, then those that only follow the log. */
	ProjectionList all() throws InterruptedException {
		this.states.refresh();
		long head = this.log.position();
		List<ProjectionView> views = new ArrayList<>();
		List<String> slots = new ArrayList<>();
		for (ReadModel model : this.models) {
			views.add(readModel(this.states.state(model.name()), head));
			for (Slot slot : Slot.values()) {
				slots.add(slot.of(model.name()));
			}
		}
		for (String other : this.processing.eventProcessors().keySet()) {
			if (!slots.contains(other)) {
				views.add(view(other, other, Phase.LIVE, false, head, null));
			}
		}
		return new ProjectionList(views);
	}

	ProjectionView of(String name) throws InterruptedException {
		this.states.refresh();
		return readModel(this.states.state(name), this.log.position());
	}

	private ProjectionView readModel(ProjectionState state, long head) throws InterruptedException {
		return view(state.name(), state.live().of(state.name()), state.phase(), true, head,
				(state.requestedAt() != null) ? rebuild(state, head) : null);
	}

	private RebuildView rebuild(ProjectionState state, long head) {
		boolean done = state.switchedAt() != null;
		boolean running = state.phase() == Phase.REBUILDING;
		String processor = (done ? state.live() : state.live().other()).of(state.name());
		long position = (done || running) ? this.tokens.of(processor).position() : 0;
		ProjectionFailure last = running ? this.failures.last(processor).orElse(null) : null;
		RebuildProgress progress = done ? RebuildProgress.DONE
				: RebuildProgress.at(position, head, state.begunAt(), this.clock.instant());
		return new RebuildView(position, progress.percent(), progress.secondsLeft(), state.requestedBy(),
				state.requestedAt(), state.begunAt(), state.switchedAt(),
				running ? error(processor, position, last) : null,
				(done || running) ? this.deadLetters.count(processor) : 0);
	}

	private ProjectionView view(String name, String processor, Phase phase, boolean rebuildable, long head,
			@Nullable RebuildView rebuild) throws InterruptedException {
		Progress progress = this.tokens.of(processor);
		long lag = Math.max(0, head - progress.position());
		ProjectionFailure last = this.failures.last(processor).orElse(null);
		String error = error(processor, progress.position(), last);
		String state = (phase == Phase.LIVE && error != null) ? FAILING : phase.id();
		return new ProjectionView(name, state, rebuildable, progress.position(), head, lag,
				(lag > 0) ? age(progress.position()) : 0, progress.segments(), progress.claimed(), error,
				this.deadLetters.count(processor), rebuild, last);
	}

	/** The age of the first event after the position, in seconds. */
	private double age(long position) throws InterruptedException {
		Instant now = this.clock.instant();
		return this.log.timeBehind(position)
			.map((time) -> Math.max(0, Duration.between(time, now).toMillis() / 1000.0))
			.orElse(0.0);
	}

	/**
	 * The error that the processor is stuck on: its last failure, if it has not advanced
	 * since, or its current state.
	 */
	private @Nullable String error(String processor, long position, @Nullable ProjectionFailure last) {
		if (last != null && position < last.position()) {
			return last.error();
		}
		SlotProcessor slot = this.processing.eventProcessor(processor, SlotProcessor.class).orElse(null);
		if (slot != null) {
			Throwable failure = slot.error();
			return (failure != null) ? failure.getClass().getName() : null;
		}
		return this.processing.eventProcessor(processor, StreamingEventProcessor.class)
			.stream()
			.flatMap((it) -> it.processingStatus().values().stream())
			.filter(EventTrackerStatus::isErrorState)
			.map((status) -> status.getError().getClass().getName())
			.findFirst()
			.orElse(null);
	}

}
