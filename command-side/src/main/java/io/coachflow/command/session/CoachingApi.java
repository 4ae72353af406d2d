package io.coachflow.command.session;

import java.security.Principal;
import java.util.Locale;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.CompleteRequest;
import io.coachflow.contracts.rest.CompletionResponse;
import io.coachflow.contracts.rest.FromBriefRequest;
import io.coachflow.contracts.rest.IdempotencyKeyHeader;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.IfMatchHeader;
import io.coachflow.contracts.rest.StartRequest;
import io.coachflow.contracts.rest.StepRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The write operations of the coaching REST API.
 */
@Tag(name = "Coaching", description = "Run a session: start, answer five steps in order, complete.")
@RequestMapping(path = "/api/v1/coaching", produces = MediaType.APPLICATION_JSON_VALUE)
interface CoachingApi {

	String NO_SESSION_ID = "session_id is missing: send the id that POST /api/v1/coaching/start gave.";

	@Operation(summary = "Start a session, or resume one",
			description = "An empty object starts a new session. With session_id the session goes on at its own step; an expired one is revived. Facts are recorded in both cases.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = StartRequest.class),
					examples = { @ExampleObject(name = "new", value = "{}"), @ExampleObject(
							name = "new, with what is known of the business",
							value = """
									{"business_name": "Teranga Table", "sector": "restaurant", "city": "Dakar", "country": "Senegal"}"""),
							@ExampleObject(name = "resume", value = """
									{"session_id": "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c"}""") })))
	@ApiResponse(responseCode = "200", description = "What to answer first, or next",
			content = @Content(schema = @Schema(implementation = CoachingResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = "business_name has 201 characters: send at most 200.")
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/start", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> start(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(summary = "Answer the current step",
			description = "The answer to offre completes the session. Where a clarification is asked, current_step stays and coach_message is the question: after a weak answer, or one that equals the one before it, and at most twice at a step.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = StepRequest.class))))
	@ApiResponse(responseCode = "200", description = "How good the answer was, and what to answer next",
			content = @Content(schema = @Schema(implementation = CoachingResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST,
			example = "user_response is blank: send the answer to the current step.")
	@ApiError(code = ErrorCode.INVALID_STEP,
			example = "The session is at the step vision, not at offre. Answer vision next.")
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/step", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> step(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(summary = "Complete a session",
			description = "Tells what the five answers came to: the brief, and how the business package made of it stands now. INVALID_STEP while steps remain. May be repeated.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = CompleteRequest.class))))
	@ApiResponse(responseCode = "200", description = "The completed session",
			content = @Content(schema = @Schema(implementation = CompletionResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = NO_SESSION_ID)
	@ApiError(code = ErrorCode.INVALID_STEP,
			example = "These steps still need an answer: differentiation, offre. Send them to POST /api/v1/coaching/step.")
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> complete(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@Parameter(description = "The session, where the body does not name it.") @RequestParam(name = "session_id",
					required = false) @Nullable String sessionId,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(operationId = "startFromBrief", summary = "Make a completed session of a ready brief",
			description = "All five answers and the facts in one call: the session is completed, scored as ever, and its package is on its way. Weak answers are taken and listed.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = FromBriefRequest.class))))
	@ApiResponse(responseCode = "200", description = "The completed session",
			content = @Content(schema = @Schema(implementation = CompletionResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST,
			example = "answers.offre is missing: send the answers to all five steps.")
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/from-brief", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> fromBrief(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(operationId = "deleteSession", summary = "Delete a session",
			description = "It is gone for you; its history stays for auditors. Its agents end, and once this is answered nothing of it is sent to a language model any more.")
	@ApiResponse(responseCode = "204", description = "Deleted")
	@DeleteMapping("/session/{session_id}")
	ResponseEntity<Void> delete(@PathVariable("session_id") String sessionId,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

}
