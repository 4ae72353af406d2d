package io.coachflow.command.businesspackage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.BriefInputs;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentDelayed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.PackageStatus;

/**
 * A package's state, as far as decisions need it: without brief and results, so that many
 * packages fit into the cache.
 *
 * @param agents all five, once the package was requested
 * @param inputs what the present brief was made of: {@code BriefInputs}
 * @param ignored the reports that were recorded as ignored
 * @param sequence the sequence of the last event; -1 before the first
 */
record PackageState(String packageId, String sessionId, String language, Map<String, String> inputs,
		Map<Agent, AgentGeneration> agents, Set<Ignored> ignored, long sequence) {

	/** A report that came too late. */
	record Ignored(Agent agent, int generation, int attempt, String reason) {
	}

	static PackageState initial() {
		return new PackageState("", "", "", Map.of(), Map.of(), Set.of(), -1);
	}

	boolean isUnborn() {
		return this.agents.isEmpty();
	}

	PackageStatus status() {
		if (this.agents.values().stream().anyMatch((agent) -> !agent.state().isSettled())) {
			return PackageStatus.RUNNING;
		}
		long succeeded = this.agents.values().stream().filter((it) -> it.state() == AgentState.SUCCEEDED).count();
		if (succeeded == this.agents.size()) {
			return PackageStatus.COMPLETE;
		}
		return (succeeded > 0) ? PackageStatus.PARTIAL : PackageStatus.FAILED;
	}

	AgentGeneration agent(Agent agent) {
		return Objects.requireNonNull(this.agents.get(agent), "The package was not requested yet");
	}

	/** The state after one more event, which has the given sequence. */
	PackageState evolve(BusinessPackageEvent event, long sequence) {
		return switch (event) {
			case PackageRequested it -> requested(it, sequence);
			case BriefRevised it -> revised(BriefInputs.of(it.brief()), sequence);
			case AgentRequested it -> with(it.agent(), agent(it.agent()).requested(it.generation()), sequence);
			case AgentStarted it -> with(it.agent(), agent(it.agent()).started(it.attempt()), sequence);
			case AgentDelayed it -> with(it.agent(), agent(it.agent()).delayed(it.attempt()), sequence);
			case AgentSucceeded it -> with(it.agent(), agent(it.agent()).succeeded(it.receipt()), sequence);
			case AgentFailed it -> with(it.agent(), agent(it.agent()).failed(), sequence);
			case ResultIgnored it -> ignoring(it, sequence);
			case PackageCompleted _ -> with(this.agents, this.ignored, sequence);
		};
	}

	private static PackageState requested(PackageRequested event, long sequence) {
		Map<Agent, AgentGeneration> agents = new EnumMap<>(Agent.class);
		for (Agent agent : Agent.values()) {
			agents.put(agent, AgentGeneration.first());
		}
		return new PackageState(event.packageId(), event.sessionId(), event.brief().language(),
				BriefInputs.of(event.brief()), Collections.unmodifiableMap(agents), Set.of(), sequence);
	}

	private PackageState revised(Map<String, String> now, long sequence) {
		Map<Agent, AgentGeneration> next = new EnumMap<>(this.agents);
		next.replaceAll((_, agent) -> agent.revised(this.inputs, now));
		return new PackageState(this.packageId, this.sessionId, this.language, now, Collections.unmodifiableMap(next),
				this.ignored, sequence);
	}

	/** The agents whose results are stale. */
	Set<Agent> stale() {
		return this.agents.entrySet()
			.stream()
			.filter((agent) -> agent.getValue().isStale(this.inputs))
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	private PackageState with(Agent agent, AgentGeneration progress, long sequence) {
		Map<Agent, AgentGeneration> next = new EnumMap<>(this.agents);
		next.put(agent, progress);
		return with(Collections.unmodifiableMap(next), this.ignored, sequence);
	}

	private PackageState ignoring(ResultIgnored event, long sequence) {
		Set<Ignored> next = new HashSet<>(this.ignored);
		next.add(new Ignored(event.agent(), event.generation(), event.attempt(), event.reason()));
		return with(this.agents, Collections.unmodifiableSet(next), sequence);
	}

	private PackageState with(Map<Agent, AgentGeneration> agents, Set<Ignored> ignored, long sequence) {
		return new PackageState(this.packageId, this.sessionId, this.language, this.inputs, agents, ignored, sequence);
	}

}
