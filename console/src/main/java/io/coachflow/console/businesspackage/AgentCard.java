package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;

import io.coachflow.console.businesspackage.Figures.Moment;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.rest.AgentView;
import org.jspecify.annotations.Nullable;

/**
 * One agent as the page shows it.
 *
 * @param state {@code pending}, {@code running}, {@code succeeded} or {@code failed}
 * @param retryAt when it tries again; null if it does not
 * @param fault why its last attempt failed, as the API names it; null if it did not
 * @param faultMessage the same in the API's words; empty if it did not
 * @param changed the ids of the answers and facts that changed since the result was made
 * @param origin null without a result
 */
record AgentCard(String sessionId, String id, String state, int generation, int attempts, @Nullable Moment requestedAt,
		@Nullable Moment startedAt, @Nullable Moment finishedAt, @Nullable Moment retryAt, @Nullable String fault,
		String faultMessage, List<String> changed, boolean hasResult, @Nullable Origin origin) {

	static AgentCard of(String sessionId, Agent agent, AgentView view, Locale locale) {
		Figures figures = new Figures(locale);
		AgentFault fault = view.fault();
		return new AgentCard(sessionId, agent.id(), wireName(view.state()), view.generation(), view.attempts(),
				figures.moment(view.requestedAt()), figures.moment(view.startedAt()), figures.moment(view.finishedAt()),
				figures.moment(view.retryAt()), (fault != null) ? wireName(fault.kind()) : null,
				(fault != null) ? fault.message() : "", view.staleBecause(), view.result() != null,
				Origin.of(view, figures));
	}

	public boolean settled() {
		return succeeded() || failed();
	}

	public boolean succeeded() {
		return is(AgentState.SUCCEEDED);
	}

	public boolean failed() {
		return is(AgentState.FAILED);
	}

	public boolean stale() {
		return !this.changed.isEmpty();
	}

	/** Whether the result shown is not the one that was last asked for. */
	public boolean showsFormerResult() {
		return this.hasResult && !succeeded();
	}

	/** Where to ask for the agent alone. */
	public String retryPath() {
		return "/coach/" + this.sessionId + "/package/agents/" + this.id + "/regenerate";
	}

	/** Where to get the part of the page that shows the result. */
	public String partPath() {
		return "/coach/" + this.sessionId + "/package/parts/" + this.id;
	}

	private boolean is(AgentState other) {
		return this.state.equals(wireName(other));
	}

	/** The name in JSON. */
	static String wireName(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
