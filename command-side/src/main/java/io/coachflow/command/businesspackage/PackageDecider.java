package io.coachflow.command.businesspackage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.coachflow.command.businesspackage.PackageState.Ignored;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BriefInputs;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgents;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
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
import io.coachflow.contracts.enrichment.SessionInput;
import org.jspecify.annotations.Nullable;

/**
 * Decides on commands as a pure function of the package's state and the command: the
 * events to emit. Each generation of an agent ends with one result or one failure; the
 * last of the five also completes the package.
 */
final class PackageDecider {

	private PackageDecider() {
	}

	/** Emits nothing if the package exists. */
	static List<BusinessPackageEvent> request(PackageState state, RequestPackage command, String owner, Brief brief) {
		return state.isUnborn() ? List.of(new PackageRequested(command.packageId(), command.sessionId(), owner, brief))
				: List.of();
	}

	/** Emits nothing if the brief is as before. */
	static List<BusinessPackageEvent> revise(PackageState state, Brief before, Brief now) {
		return before.equals(now) ? List.of()
				: List.of(new BriefRevised(state.packageId(), state.sessionId(), now,
						BriefInputs.changed(BriefInputs.of(before), BriefInputs.of(now))
							.stream()
							.map(SessionInput::id)
							.sorted()
							.toList()));
	}

	/** Emits nothing while the last generation is not settled. */
	static List<BusinessPackageEvent> regenerate(PackageState state, RegenerateAgent command) {
		return state.agent(command.agent()).state().isSettled() ? List.of(next(state, command.agent(), null))
				: List.of();
	}

	/** A generation that still runs is replaced only where the next one is another. */
	static List<BusinessPackageEvent> regenerate(PackageState state, RegenerateAgents command) {
		Set<Agent> wanted = (command.agents() != null) ? command.agents() : state.stale();
		return Arrays.stream(Agent.values())
			.filter(wanted::contains)
			.filter((agent) -> command.wish() != null || state.agent(agent).state().isSettled()
					|| !state.agent(agent).staleness().ofRequest().isEmpty())
			.map((agent) -> next(state, agent, command.wish()))
			.toList();
	}

	private static BusinessPackageEvent next(PackageState state, Agent agent, @Nullable String wish) {
		return new AgentRequested(state.packageId(), state.sessionId(), agent, state.agent(agent).generation() + 1,
				wish);
	}

	/** A report on a generation that was never requested is dropped. */
	static List<BusinessPackageEvent> report(PackageState state, Report report) {
		AgentGeneration agent = state.agent(report.agent());
		if (report.generation() > agent.generation()) {
			return List.of();
		}
		return switch (report) {
			case StartAgent it -> (agent.wants(it.generation()) && it.attempt() > agent.attempt()) ? List
				.of(new AgentStarted(state.packageId(), state.sessionId(), it.agent(), it.generation(), it.attempt()))
					: List.of();
			case DelayAgent it -> agent.wants(it.generation()) ? delay(state, it) : ignore(state, it);
			case SucceedAgent it ->
				agent.wants(it.generation())
						? settle(state, new AgentSucceeded(state.packageId(), state.sessionId(), it.agent(),
								it.generation(), it.attempt(), it.source(), it.result(), it.receipt()))
						: ignore(state, it);
			case FailAgent it -> agent.wants(it.generation()) ? settle(state, new AgentFailed(state.packageId(),
					state.sessionId(), it.agent(), it.generation(), it.attempt(), it.fault())) : ignore(state, it);
		};
	}

	// A report on an attempt that a later one has replaced is dropped
	private static List<BusinessPackageEvent> delay(PackageState state, DelayAgent command) {
		AgentGeneration agent = state.agent(command.agent());
		return (command.attempt() >= agent.attempt() && command.attempt() > agent.delayed())
				? List.of(new AgentDelayed(state.packageId(), state.sessionId(), command.agent(), command.generation(),
						command.attempt(), command.fault(), command.retryAt()))
				: List.of();
	}

	private static List<BusinessPackageEvent> settle(PackageState state, BusinessPackageEvent settled) {
		PackageStatus status = state.evolve(settled, state.sequence() + 1).status();
		return (status == PackageStatus.RUNNING) ? List.of(settled)
				: List.of(settled, new PackageCompleted(state.packageId(), state.sessionId(), status));
	}

	private static List<BusinessPackageEvent> ignore(PackageState state, Report report) {
		Agent agent = report.agent();
		String reason = (report.generation() < state.agent(agent).generation()) ? ResultIgnored.LATE
				: ResultIgnored.DOUBLE;
		boolean recorded = state.ignored().contains(new Ignored(agent, report.generation(), report.attempt(), reason));
		return recorded ? List.of() : List.of(new ResultIgnored(state.packageId(), state.sessionId(), agent,
				report.generation(), report.attempt(), reason));
	}

}
