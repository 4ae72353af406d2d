package io.coachflow.query.session;

import java.security.Principal;
import java.time.Clock;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.rest.Steps;
import io.coachflow.contracts.session.SessionIds;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController implements SessionApi {

	private final SessionViews views;

	private final Clock clock;

	SessionController(SessionViews views, Clock clock) {
		this.views = views;
		this.clock = clock;
	}

	@Override
	public ResponseEntity<SessionResponse> session(String sessionId, Principal caller) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw unknown();
		}
		SessionView view = this.views.find(sessionId).orElseThrow(SessionController::unknown);
		if (!view.owner().equals(caller.getName())) {
			throw new ApiException(ErrorCode.FORBIDDEN, "This session belongs to somebody else.");
		}
		if (view.deleted()) {
			throw unknown();
		}
		return ResponseEntity.ok()
			.eTag("\"" + view.sequence() + "\"")
			.header(HttpHeaders.CONTENT_LANGUAGE, view.guidance().language())
			.body(response(view));
	}

	private SessionResponse response(SessionView view) {
		return new SessionResponse(view.sessionId(), view.statusAt(this.clock.instant()),
				Steps.current(view.currentStep()), view.guidance().message(), view.guidance().examples(),
				view.guidance().questions(), Steps.progress(view.answers().keySet()), Steps.byName(view.answers()),
				Steps.byName(view.confidence()), view.business(), view.sequence(), view.startedAt(), view.updatedAt(),
				(view.completedAt() != null) ? null : view.expiresAt(), view.completedAt());
	}

	private static ApiException unknown() {
		return new ApiException(ErrorCode.SESSION_NOT_FOUND,
				"There is no such session. GET /api/v1/coaching/sessions lists yours.");
	}

}
