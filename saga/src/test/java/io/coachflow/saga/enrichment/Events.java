package io.coachflow.saga.enrichment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentDelayed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentStarted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.BriefRevised;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.session.CoachingSessionEvent.AnswerRevised;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionDeleted;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Step;
import io.coachflow.saga.agent.AgentOutput;

/**
 * Sample events of a session and its package.
 */
final class Events {

	static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	static final String PACKAGE = PackageIds.of(SESSION);

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static final Brief BRIEF = new Brief("fr", "Chez Aïssatou", "Trois tables", "Cuisiner", "Familles", "Fait maison",
			"Le menu du jour", "restaurant", "Dakar, Sénégal", 1, 0.74, List.of());

	static final AgentFault FAULT = new AgentFault(AgentFault.Kind.TIMEOUT, "The provider took too long");

	static final AgentOutput MADE = new AgentOutput(AgentSource.OFFLINE,
			new Content("Fait maison", "Une table", List.of(), "Réservez", List.of()),
			new Receipt(Receipt.RULES, "1", "00", 0, 0, BigDecimal.ZERO, 12, List.of("vision")));

	private Events() {
	}

	static SessionCompleted sessionCompleted() {
		return new SessionCompleted(SESSION, 0.74);
	}

	static SessionDeleted sessionDeleted() {
		return new SessionDeleted(SESSION);
	}

	static PackageRequested requested() {
		return new PackageRequested(PACKAGE, SESSION, "ada", BRIEF);
	}

	static AgentRequested requested(Agent agent, int generation) {
		return new AgentRequested(PACKAGE, SESSION, agent, generation);
	}

	static AgentRequested requested(Agent agent, int generation, String wish) {
		return new AgentRequested(PACKAGE, SESSION, agent, generation, wish);
	}

	/** The brief with another vision. */
	static BriefRevised revised(String vision) {
		return new BriefRevised(PACKAGE, SESSION,
				new Brief(BRIEF.language(), BRIEF.businessName(), vision, BRIEF.mission(), BRIEF.targetAudience(),
						BRIEF.differentiation(), BRIEF.valueProposition(), BRIEF.sector(), BRIEF.location(),
						BRIEF.completeness(), BRIEF.confidence(), BRIEF.inferred()),
				List.of("vision"));
	}

	static AnswerRevised answerRevised() {
		return new AnswerRevised(SESSION, Step.OFFRE, "Un buffet", new Confidence(0.5, 0.5, 0.5, 0.5, 0.5), null);
	}

	static AgentStarted started(Agent agent) {
		return new AgentStarted(PACKAGE, SESSION, agent, 1, 1);
	}

	static AgentDelayed delayed(Agent agent) {
		return new AgentDelayed(PACKAGE, SESSION, agent, 1, 1, FAULT, NOW);
	}

	static AgentSucceeded succeeded(Agent agent, int generation) {
		return new AgentSucceeded(PACKAGE, SESSION, agent, generation, 1, MADE.source(), MADE.result(), MADE.receipt());
	}

	static AgentFailed failed(Agent agent, int generation) {
		return new AgentFailed(PACKAGE, SESSION, agent, generation, 5, FAULT);
	}

	static ResultIgnored ignored(Agent agent, String reason) {
		return new ResultIgnored(PACKAGE, SESSION, agent, 1, 2, reason);
	}

	static PackageCompleted completed(PackageStatus status) {
		return new PackageCompleted(PACKAGE, SESSION, status);
	}

}
