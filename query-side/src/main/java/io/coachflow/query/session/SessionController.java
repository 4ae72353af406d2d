package io.coachflow.query.session;

import java.security.Principal;
import java.time.Clock;

import io.coachflow.contracts.rest.SessionResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController implements SessionApi {

	private final SessionAccess access;

	private final Clock clock;

	SessionController(SessionAccess access, Clock clock) {
		this.access = access;
		this.clock = clock;
	}

	@Override
	public ResponseEntity<SessionResponse> session(String sessionId, Principal caller) {
		SessionView view = this.access.view(sessionId, caller.getName());
		return ResponseEntity.ok()
			.eTag("\"" + view.sequence() + "\"")
			.header(HttpHeaders.CONTENT_LANGUAGE, view.guidance().language())
			.body(view.response(this.clock.instant()));
	}

}
