package io.coachflow.command.businesspackage;

import java.util.LinkedHashMap;
import java.util.Map;

import io.coachflow.command.businesspackage.KnownPackages.Known;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.command.session.FollowUps;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.ReviseBrief;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.FollowUp;
import io.coachflow.contracts.rest.PackageSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the brief and the state of a session's package from the event log, since a read
 * model may be behind.
 */
@Component
class PackageFollowUps implements FollowUps {

	private static final Logger logger = LoggerFactory.getLogger(PackageFollowUps.class);

	private final KnownPackages packages;

	private final BriefWriter writer;

	private final BusinessPackages commands;

	PackageFollowUps(KnownPackages packages, BriefWriter writer, BusinessPackages commands) {
		this.packages = packages;
		this.writer = writer;
		this.commands = commands;
	}

	@Override
	public FollowUp of(CompletedSession session) {
		return this.packages.of(session.sessionId())
			.map((known) -> requested(session.sessionId(), known))
			.orElseGet(() -> expected(session));
	}

	@Override
	public void corrected(String sessionId) {
		try {
			this.commands.send(new ReviseBrief(PackageIds.of(sessionId), sessionId));
		}
		catch (RuntimeException ex) {
			logger.debug("The package of session {} follows its correction a moment later: {}", sessionId,
					ex.getClass().getName());
		}
	}

	private static FollowUp requested(String sessionId, Known known) {
		Map<String, AgentState> agents = new LinkedHashMap<>();
		known.state().agents().forEach((agent, progress) -> agents.put(agent.id(), progress.state()));
		return new FollowUp(known.brief(), summary(sessionId, known.state().status(), agents));
	}

	/**
	 * Before the package is requested, moments after the completion and with the same
	 * brief.
	 */
	private FollowUp expected(CompletedSession session) {
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
