package io.coachflow.query.businesspackage;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BriefInputs;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.OfAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Staleness;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import io.coachflow.query.view.View;
import org.jspecify.annotations.Nullable;

/**
 * A package as its owner reads it: the fold of its events.
 *
 * @param owner the session's owner
 * @param brief what the session comes to now
 * @param agents always all five
 * @param staleness what has changed since each agent was given its brief; an absent agent
 * has the present one
 * @param sequence the sequence of the last event in the fold
 * @param completedAt when all agents were last settled; absent while one is not
 */
record PackageView(String sessionId, String owner, PackageStatus status, Brief brief, Map<Agent, AgentView> agents,
		Map<Agent, Staleness> staleness, long sequence, Instant requestedAt,
		@Nullable Instant completedAt) implements View {

	PackageView {
		// Absent in views that were stored before briefs could change
		staleness = (staleness != null) ? staleness : Map.of();
	}

	/**
	 * The view after one more event.
	 * @param view the view before; absent before the first event
	 * @throws IllegalStateException if the first event is not the request
	 */
	static PackageView after(@Nullable PackageView view, BusinessPackageEvent event, long sequence, Instant time) {
		if (view != null) {
			return view.after(event, sequence, time);
		}
		if (event instanceof PackageRequested it) {
			Map<Agent, AgentView> agents = new EnumMap<>(Agent.class);
			for (Agent agent : Agent.values()) {
				agents.put(agent, AgentProgress.requested(time));
			}
			return new PackageView(it.sessionId(), it.userId(), PackageStatus.RUNNING, it.brief(),
					Collections.unmodifiableMap(agents), Map.of(), sequence, time, null);
		}
		throw new IllegalStateException(
				"The history of " + event.packageId() + " begins with " + event.getClass().getSimpleName());
	}

	private PackageView after(BusinessPackageEvent event, long sequence, Instant time) {
		return switch (event) {
			case PackageRequested _ -> with(this.status, this.agents, this.staleness, sequence, this.completedAt);
			case BriefRevised it -> revised(it.brief(), sequence);
			case AgentRequested it -> with(PackageStatus.RUNNING, progressed(it, time),
					aged(it.agent(), staleness(it.agent()).requested()), sequence, null);
			case AgentSucceeded it when agent(it.agent()).generation() == it.generation() ->
				with(this.status, progressed(it, time), aged(it.agent(), staleness(it.agent()).succeeded()), sequence,
						this.completedAt);
			case OfAgent it -> with(this.status, progressed(it, time), this.staleness, sequence, this.completedAt);
			case PackageCompleted it -> with(it.status(), this.agents, this.staleness, sequence, time);
		};
	}

	private PackageView revised(Brief now, long sequence) {
		Map<String, String> before = BriefInputs.of(this.brief);
		Map<String, String> inputs = BriefInputs.of(now);
		Map<Agent, Staleness> next = new EnumMap<>(Agent.class);
		for (Agent agent : Agent.values()) {
			next.put(agent, staleness(agent).revised(before, inputs));
		}
		return new PackageView(this.sessionId, this.owner, this.status, now, this.agents,
				Collections.unmodifiableMap(next), sequence, this.requestedAt, this.completedAt);
	}

	private Staleness staleness(Agent agent) {
		return this.staleness.getOrDefault(agent, Staleness.NONE);
	}

	/** Nothing is kept of a package that was never revised. */
	private Map<Agent, Staleness> aged(Agent agent, Staleness staleness) {
		if (this.staleness.isEmpty()) {
			return this.staleness;
		}
		Map<Agent, Staleness> next = new EnumMap<>(this.staleness);
		next.put(agent, staleness);
		return Collections.unmodifiableMap(next);
	}

	/** The agent's view. */
	AgentView agent(Agent agent) {
		return Objects.requireNonNull(this.agents.get(agent));
	}

	/** The view as a REST client sees it. */
	PackageResponse response() {
		Map<String, String> now = this.staleness.isEmpty() ? Map.of() : BriefInputs.of(this.brief);
		return new PackageResponse(this.sessionId, this.status, this.brief,
				PackageResponse.byId((agent) -> told(agent, now)), this.sequence, this.requestedAt, this.completedAt);
	}

	private AgentView told(Agent agent, Map<String, String> now) {
		AgentView view = agent(agent);
		Staleness since = staleness(agent);
		return (view.receipt() == null || since.ofResult().isEmpty()) ? view
				: view.staleBecause(since.because(view.receipt(), now));
	}

	private Map<Agent, AgentView> progressed(OfAgent event, Instant time) {
		Map<Agent, AgentView> next = new EnumMap<>(this.agents);
		next.put(event.agent(), AgentProgress.after(agent(event.agent()), event, time));
		return Collections.unmodifiableMap(next);
	}

	private PackageView with(PackageStatus status, Map<Agent, AgentView> agents, Map<Agent, Staleness> staleness,
			long sequence, @Nullable Instant completedAt) {
		return new PackageView(this.sessionId, this.owner, status, this.brief, agents, staleness, sequence,
				this.requestedAt, completedAt);
	}

}
