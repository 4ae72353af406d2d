package io.coachflow.query.session;

import java.security.Principal;
import java.time.Clock;
import java.util.regex.Pattern;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionResponse;
import io.coachflow.contracts.rest.Steps;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController implements SessionApi {

	private static final Pattern SESSION_ID = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private final SessionViews views;

	private final Clock clock;

	SessionController(SessionViews views, Clock clock) {
		this.views = views;
		this.clock = clock;
	}

	@Override
	public ResponseEntity<SessionResponse> session(String sessionId, long minimumSequence, Principal caller) {
		SessionView view = (SESSION_ID.matcher(sessionId).matches() ? this.views.find(sessionId, minimumSequence)
				: java.util.Optional.<SessionView>empty())
			.orElseThrow(SessionController::unknown);
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
