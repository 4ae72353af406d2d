package io.coachflow.command.businesspackage;

import java.net.URI;
import java.security.Principal;
import java.util.Locale;

import io.coachflow.command.session.CompletedSessions;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.RegenerationResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns requests into commands to packages, once the session has confirmed that it is
 * completed and belongs to the caller.
 */
@RestController
class RegenerationController implements RegenerationApi {

	private final CompletedSessions sessions;

	private final BusinessPackages packages;

	private final KnownPackages known;

	RegenerationController(CompletedSessions sessions, BusinessPackages packages, KnownPackages known) {
		this.sessions = sessions;
		this.packages = packages;
		this.known = known;
	}

	@Override
	public ResponseEntity<RegenerationResponse> regenerate(String sessionId, String agent, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		this.sessions.require(sessionId, caller.getName(), locale.getLanguage());
		Agent wanted = Agent.of(agent).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND, UNKNOWN_AGENT));
		this.packages.send(new RegenerateAgent(PackageIds.of(sessionId), wanted, caller.getName(),
				IfMatch.packageSequences(ifMatch)));
		AgentGeneration progress = this.known.of(sessionId)
			.map((it) -> it.state().agent(wanted))
			// Not requested yet: about to run for the first time
			.orElseGet(() -> AgentGeneration.requested(1));
		return ResponseEntity.accepted()
			.location(URI.create(RegenerationApi.path(sessionId)))
			.body(new RegenerationResponse(sessionId, wanted, progress.generation(), progress.state()));
	}

}
