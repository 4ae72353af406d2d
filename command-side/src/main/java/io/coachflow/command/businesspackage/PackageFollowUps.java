package io.coachflow.command.businesspackage;

import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.command.businesspackage.KnownPackages.Known;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.command.session.FollowUps;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.rest.PackageSummary;
import org.springframework.stereotype.Component;

/**
 * Tells of a completed session what its package is made of and how it stands: from the
 * log, which no read model can be behind.
 */
@Component
class PackageFollowUps implements FollowUps {

	private final KnownPackages packages;

	private final BriefWriter writer;

	PackageFollowUps(KnownPackages packages, BriefWriter writer) {
		this.packages = packages;
		this.writer = writer;
	}

	@Override
	public FollowUp of(CompletedSession session) {
		return this.packages.of(session.sessionId())
			.map((known) -> told(session.sessionId(), known))
			.orElseGet(() -> awaited(session));
	}

	private static FollowUp told(String sessionId, Known known) {
		Map<String, AgentState> agents = new LinkedHashMap<>();
		known.state().agents().forEach((agent, progress) -> agents.put(agent.id(), progress.state()));
		return new FollowUp(known.brief(), summary(sessionId, known.state().status(), agents));
	}

	/** The request follows the completion within moments, and with the same brief. */
	private FollowUp awaited(CompletedSession session) {
		Map<String, AgentState> agents = new LinkedHashMap<>();
		for (Agent agent : Agent.values()) {
			agents.put(agent.id(), AgentState.PENDING);
		}
		return new FollowUp(this.writer.write(session), summary(session.sessionId(), PackageStatus.RUNNING, agents));
	}

	private static PackageSummary summary(String sessionId, PackageStatus status, Map<String, AgentState> agents) {
		String href = RegenerationApi.path(sessionId);
		return new PackageSummary(status, agents, href, href + "/stream");
	}

}
