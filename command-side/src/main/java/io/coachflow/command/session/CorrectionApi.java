package io.coachflow.command.session;

import java.security.Principal;
import java.util.Locale;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.BusinessRequest;
import io.coachflow.contracts.rest.IdempotencyKeyHeader;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.IfMatchHeader;
import io.coachflow.contracts.rest.RevisionRequest;
import io.coachflow.contracts.rest.SessionResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Corrections of a session, before and after its completion.
 */
@Tag(name = "Coaching")
@RequestMapping(path = "/api/v1/coaching/session/{session_id}", produces = MediaType.APPLICATION_JSON_VALUE)
interface CorrectionApi {

	@Operation(operationId = "reviseAnswer", summary = "Change an earlier answer",
			description = "The old answer stays in the history; the score follows, and the step to answer next stays. Also after the completion.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = RevisionRequest.class))))
	@ApiResponse(responseCode = "200", description = "The session with the new answer",
			content = @Content(schema = @Schema(implementation = SessionResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST,
			example = "user_response is blank: send the answer to the current step.")
	@ApiError(code = ErrorCode.INVALID_STEP,
			example = "The step offre has no answer yet. Send its first one to POST /api/v1/coaching/step.")
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PutMapping(path = "/answers/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> revise(@PathVariable("session_id") String sessionId,
			@Parameter(schema = @Schema(allowableValues = { "vision", "mission", "clientele", "differentiation",
					"offre" })) @PathVariable("step") String step,
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(operationId = "describeBusiness", summary = "Tell more of the business, or something else",
			description = "Facts that are absent stay; null takes one away. Also after the completion.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = BusinessRequest.class))))
	@ApiResponse(responseCode = "200", description = "The session with what is known now",
			content = @Content(schema = @Schema(implementation = SessionResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = "business_name has 201 characters: send at most 200.")
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> describe(@PathVariable("session_id") String sessionId,
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

}
