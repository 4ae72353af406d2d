package io.coachflow.query.businesspackage;

import java.time.Instant;
import java.util.List;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentDelayed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.OfAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.rest.AgentView;
import org.jspecify.annotations.Nullable;

/**
 * Applies events to the view of one agent. A result stays until a newer one replaces it.
 */
final class AgentProgress {

	private AgentProgress() {
	}

	/** An agent whose first generation was just requested. */
	static AgentView requested(Instant time) {
		return requested(AgentView.expected(), 1, time);
	}

	/** The view after one more event; the same object if the event changes nothing. */
	static AgentView after(AgentView view, OfAgent event, Instant time) {
		if (event instanceof AgentRequested it) {
			return (it.generation() > view.generation()) ? requested(view, it.generation(), time) : view;
		}
		if (event.generation() != view.generation() || view.state().isSettled()) {
			return view;
		}
		return switch (event) {
			case AgentRequested _, ResultIgnored _ -> view;
			case AgentStarted it -> with(view, AgentState.RUNNING, it.attempt(), time, null, null, null);
			case AgentDelayed it ->
				with(view, AgentState.PENDING, it.attempt(), view.startedAt(), null, it.retryAt(), it.fault());
			case AgentFailed it ->
				with(view, AgentState.FAILED, it.attempt(), view.startedAt(), time, null, it.fault());
			case AgentSucceeded it ->
				new AgentView(AgentState.SUCCEEDED, it.generation(), it.attempt(), it.source(), view.requestedAt(),
						view.startedAt(), time, null, null, it.receipt(), it.generation(), it.result(), List.of());
		};
	}

	private static AgentView requested(AgentView view, int generation, Instant time) {
		return new AgentView(AgentState.PENDING, generation, 0, view.source(), time, null, null, null, null,
				view.receipt(), view.resultGeneration(), view.result(), List.of());
	}

	private static AgentView with(AgentView view, AgentState state, int attempt, @Nullable Instant startedAt,
			@Nullable Instant finishedAt, @Nullable Instant retryAt, @Nullable AgentFault fault) {
		return new AgentView(state, view.generation(), attempt, view.source(), view.requestedAt(), startedAt,
				finishedAt, retryAt, fault, view.receipt(), view.resultGeneration(), view.result(), List.of());
	}

}
