package io.coachflow.command.businesspackage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.DelayAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.FailAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.StartAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentDelayed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;

/**
 * Factories for commands and events of a package.
 */
final class Packages {

	static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	static final String ID = PackageIds.of(SESSION);

	static final Instant LATER = Instant.parse("2026-11-22T12:00:07Z");

	static final Brief BRIEF = new Brief("fr", "Chez Aïssatou", "Trois tables", "Cuisiner", "Familles", "Fait maison",
			"Le menu du jour", "restaurant", "Dakar, Sénégal", 1, 0.74, List.of());

	static final AgentFault FAULT = new AgentFault(AgentFault.Kind.TIMEOUT, "The provider took too long");

	static final AgentResult RESULT = new Content("Fait maison", "Une table", List.of(), "Réservez", List.of());

	static final Receipt RECEIPT = new Receipt(Receipt.RULES, "1", "00", 0, 0, BigDecimal.ZERO, 12,
			List.of("offre", "vision"));

	private Packages() {
	}

	static PackageRequested requested() {
		return new PackageRequested(ID, SESSION, "ada", BRIEF);
	}

	static AgentRequested requested(Agent agent, int generation) {
		return new AgentRequested(ID, SESSION, agent, generation);
	}

	static AgentStarted started(Agent agent, int generation, int attempt) {
		return new AgentStarted(ID, SESSION, agent, generation, attempt);
	}

	static AgentDelayed delayed(Agent agent, int generation, int attempt) {
		return new AgentDelayed(ID, SESSION, agent, generation, attempt, FAULT, LATER);
	}

	static AgentSucceeded succeeded(Agent agent, int generation, int attempt) {
		return new AgentSucceeded(ID, SESSION, agent, generation, attempt, AgentSource.OFFLINE, RESULT, RECEIPT);
	}

	static AgentFailed failed(Agent agent, int generation, int attempt) {
		return new AgentFailed(ID, SESSION, agent, generation, attempt, FAULT);
	}

	static ResultIgnored ignored(Agent agent, int generation, int attempt, String reason) {
		return new ResultIgnored(ID, SESSION, agent, generation, attempt, reason);
	}

	static PackageCompleted completed(PackageStatus status) {
		return new PackageCompleted(ID, SESSION, status);
	}

	/** A package of which the first generation of all five agents succeeded. */
	static List<BusinessPackageEvent> complete() {
		List<BusinessPackageEvent> events = new ArrayList<>(List.of(requested()));
		for (Agent agent : Agent.values()) {
			events.add(started(agent, 1, 1));
			events.add(succeeded(agent, 1, 1));
		}
		events.add(completed(PackageStatus.COMPLETE));
		return events;
	}

	static Report start(Agent agent, int generation, int attempt) {
		return new StartAgent(ID, agent, generation, attempt);
	}

	static Report delay(Agent agent, int generation, int attempt) {
		return new DelayAgent(ID, agent, generation, attempt, FAULT, LATER);
	}

	static Report succeed(Agent agent, int generation, int attempt) {
		return new SucceedAgent(ID, agent, generation, attempt, AgentSource.OFFLINE, RESULT, RECEIPT);
	}

	static Report fail(Agent agent, int generation, int attempt) {
		return new FailAgent(ID, agent, generation, attempt, FAULT);
	}

	static PackageState after(List<? extends BusinessPackageEvent> events) {
		PackageState state = PackageState.initial();
		for (BusinessPackageEvent event : events) {
			state = state.evolve(event, state.sequence() + 1);
		}
		return state;
	}

}
