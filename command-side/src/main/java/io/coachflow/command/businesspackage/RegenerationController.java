package io.coachflow.command.businesspackage;

import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.command.businesspackage.KnownPackages.Known;
import io.coachflow.command.session.CompletedSessions;
import io.coachflow.command.session.JsonRequests;
import io.coachflow.command.session.RequestTexts;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgents;
import io.coachflow.contracts.enrichment.PackageIds;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.RegenerationResponse;
import io.coachflow.contracts.rest.RegenerationsResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns requests into commands to packages, once the session has confirmed that it is
 * completed and belongs to the caller.
 */
@RestController
class RegenerationController implements RegenerationApi {

	private final CompletedSessions sessions;

	private final BusinessPackages packages;

	private final KnownPackages known;

	private final JsonRequests requests;

	RegenerationController(CompletedSessions sessions, BusinessPackages packages, KnownPackages known,
			JsonRequests requests) {
		this.sessions = sessions;
		this.packages = packages;
		this.known = known;
		this.requests = requests;
	}

	@Override
	public ResponseEntity<RegenerationResponse> regenerate(String sessionId, String agent, @Nullable String ifMatch,
			Principal caller, Locale locale) {
		this.sessions.require(sessionId, caller.getName(), locale.getLanguage());
		Agent wanted = Agent.of(agent).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND, UNKNOWN_AGENT));
		this.packages.send(new RegenerateAgent(PackageIds.of(sessionId), wanted, caller.getName(),
				IfMatch.packageSequences(ifMatch)));
		return ResponseEntity.accepted()
			.location(URI.create(RegenerationApi.path(sessionId)))
			.body(progress(sessionId, wanted, this.known.of(sessionId)));
	}

	@Override
	public ResponseEntity<RegenerationsResponse> regenerate(String sessionId, byte @Nullable [] body,
			@Nullable String ifMatch, Principal caller, Locale locale) {
		ObjectNode request = this.requests.read(body, ObjectNode.class);
		Set<Agent> named = agents(request.path("agents"));
		String wish = wish(request.path("wish"));
		this.sessions.require(sessionId, caller.getName(), locale.getLanguage());
		this.packages.send(new RegenerateAgents(PackageIds.of(sessionId), named, wish, caller.getName(),
				IfMatch.packageSequences(ifMatch)));
		Optional<Known> known = this.known.of(sessionId);
		// A stale result stays stale until the next one is there
		Set<Agent> wanted = (named != null) ? named : known.map((it) -> it.state().stale()).orElse(Set.of());
		return ResponseEntity.accepted()
			.location(URI.create(RegenerationApi.path(sessionId)))
			.body(new RegenerationsResponse(sessionId,
					Arrays.stream(Agent.values())
						.filter(wanted::contains)
						.map((agent) -> progress(sessionId, agent, known))
						.toList()));
	}

	private static RegenerationResponse progress(String sessionId, Agent agent, Optional<Known> known) {
		AgentGeneration progress = known.map((it) -> it.state().agent(agent))
			// Not requested yet: about to run for the first time
			.orElseGet(AgentGeneration::first);
		return new RegenerationResponse(sessionId, agent, progress.generation(), progress.state());
	}

	/** The named agents; null for those that are stale. */
	private static @Nullable Set<Agent> agents(JsonNode json) {
		if (json.isString() && json.stringValue().equals("stale")) {
			return null;
		}
		if (!json.isArray() || json.isEmpty()) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, UNKNOWN_AGENTS);
		}
		return json.valueStream()
			.map((name) -> Agent.of(name.isString() ? name.stringValue() : "")
				.orElseThrow(() -> new ApiException(ErrorCode.INVALID_REQUEST, UNKNOWN_AGENTS)))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static @Nullable String wish(JsonNode json) {
		if (json.isMissingNode() || json.isNull()) {
			return null;
		}
		if (!json.isString()) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, "wish is a text of 1 to 500 characters.");
		}
		return RequestTexts.wish(json.stringValue());
	}

}
