package io.coachflow.console.history;

import java.util.Optional;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.api.ApiPath;
import io.coachflow.console.api.CoachflowApi;
import io.coachflow.contracts.rest.AccessPage;
import io.coachflow.contracts.rest.FoundSessions;
import io.coachflow.contracts.rest.HistoryDiff;
import io.coachflow.contracts.rest.LogVerification;
import io.coachflow.contracts.rest.SessionVerification;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The calls of the API that audit, in the name of the signed-in user. The API records
 * each of them.
 */
@Component
class HistoryCalls {

	private static final String HISTORY = "/api/v1/coaching/session/{id}/history";

	private static final int SESSIONS = 20;

	private final CoachflowApi api;

	HistoryCalls(CoachflowApi api) {
		this.api = api;
	}

	FoundSessions find(SearchForm form, @Nullable String cursor) {
		return this.api.get(FoundSessions.class, form.path(SESSIONS, cursor).toString());
	}

	/** A history; empty if the log has no event of such a session. */
	Optional<History> findHistory(String sessionId) {
		try {
			return Optional.of(history(sessionId));
		}
		catch (ApiException ex) {
			if (ex.status() == HttpStatus.NOT_FOUND.value()) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	History history(String sessionId) {
		return History.of(this.api.get(JsonNode.class, HISTORY, sessionId));
	}

	/** A history up to an event. */
	History history(String sessionId, long sequence) {
		return History.of(this.api.get(JsonNode.class, HISTORY + "?as_of_sequence={sequence}", sessionId, sequence));
	}

	/** What an event changed. */
	HistoryDiff changes(String sessionId, long sequence) {
		return this.api.get(HistoryDiff.class, HISTORY + "/diff?from_sequence={from}&to_sequence={to}", sessionId,
				sequence - 1, sequence);
	}

	SessionVerification verify(String sessionId) {
		return this.api.get(SessionVerification.class, "/api/v1/audit/sessions/{id}/verify", sessionId);
	}

	LogVerification verifyLog() {
		return this.api.get(LogVerification.class, "/api/v1/audit/verify");
	}

	AccessPage reads(@Nullable String sessionId, @Nullable String reader, int limit, @Nullable String cursor) {
		return this.api.get(AccessPage.class,
				ApiPath.of("/api/v1/audit/access")
					.query("session_id", sessionId)
					.query("reader", reader)
					.query("limit", limit)
					.query("cursor", cursor)
					.toString());
	}

	void export(String sessionId, ExportFormat format, HttpServletResponse response) {
		this.api.call(HttpMethod.GET, format.path(), sessionId).copyTo(response);
	}

	void exportLog(HttpServletResponse response) {
		this.api.call(HttpMethod.GET, "/api/v1/audit/export").copyTo(response);
	}

}
