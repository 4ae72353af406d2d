package io.coachflow.query.session;

import java.security.Principal;

import io.coachflow.contracts.rest.SessionResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Reading one session, as published.
 */
@Tag(name = "Coaching")
@RequestMapping(path = "/api/v1/coaching", produces = MediaType.APPLICATION_JSON_VALUE)
interface SessionApi {

	@Operation(summary = "Read a session back", description = "Its answers, exactly as sent, and its progress.")
	@ApiResponse(responseCode = "200", description = "The session; its ETag is its sequence")
	@GetMapping("/session/{session_id}")
	ResponseEntity<SessionResponse> session(@PathVariable("session_id") String sessionId,
			@Parameter(hidden = true) Principal caller);

}
