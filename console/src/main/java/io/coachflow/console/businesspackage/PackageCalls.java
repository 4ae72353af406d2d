package io.coachflow.console.businesspackage;

import java.util.List;

import io.coachflow.console.api.CoachflowApi;
import io.coachflow.contracts.rest.PackageResponse;
import io.coachflow.contracts.rest.RegenerationRequest;
import io.coachflow.contracts.rest.RegenerationsResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * The calls of the REST API about a package.
 */
@Component
class PackageCalls {

	private static final String PACKAGE = "/api/v1/coaching/session/{session_id}/package";

	private final CoachflowApi api;

	PackageCalls(CoachflowApi api) {
		this.api = api;
	}

	PackageResponse read(String sessionId) {
		return this.api.get(PackageResponse.class, PACKAGE, sessionId);
	}

	/**
	 * Asks for new versions.
	 * @param sequence of the package's last event that the user has seen, so that the
	 * same form sent twice asks once; null for any
	 * @return whether any agent runs because of it
	 */
	boolean regenerate(String sessionId, List<String> agents, @Nullable String wish, @Nullable Long sequence) {
		var call = this.api.call(HttpMethod.POST, PACKAGE + "/regenerate", sessionId)
			.body(new RegenerationRequest(agents, wish));
		if (sequence != null) {
			call = call.header(HttpHeaders.IF_MATCH, "\"" + sequence + "\"");
		}
		RegenerationsResponse response = call.as(RegenerationsResponse.class);
		return response != null && !response.agents().isEmpty();
	}

	/** Asks for one agent. While it has not ended, nothing changes. */
	void regenerate(String sessionId, String agent) {
		this.api.postVoid(null, PACKAGE + "/agents/{agent}/regenerate", sessionId, agent);
	}

}
