package io.coachflow.command.session;

import java.security.Principal;
import java.util.Locale;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.HelpRequest;
import io.coachflow.contracts.rest.HelpResponse;
import io.coachflow.contracts.rest.IdempotencyKeyHeader;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.IfMatchHeader;
import io.coachflow.contracts.rest.ProposalsRequest;
import io.coachflow.contracts.rest.ProposalsResponse;
import io.coachflow.contracts.rest.ReformulationRequest;
import io.coachflow.contracts.rest.ReformulationResponse;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Help for people who are stuck, with the current step or an answered one, before and
 * after the completion.
 */
@Tag(name = "Coaching")
@RequestMapping(path = "/api/v1/coaching", produces = MediaType.APPLICATION_JSON_VALUE)
interface PartnerApi {

	String LATER = "The step offre comes later. Ask for help with the current step or with an answered one.";

	@Operation(summary = "Ask for questions that lead to an answer",
			description = "Other questions than the time before, and openings to click. Send the id of the one that you took as offered_id with your answer.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = HelpRequest.class))))
	@ApiResponse(responseCode = "200", description = "What to ask yourself, and what to click",
			content = @Content(schema = @Schema(implementation = HelpResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = CoachingApi.NO_SESSION_ID)
	@ApiError(code = ErrorCode.INVALID_STEP, example = LATER)
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/help", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> help(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(summary = "Ask for three drafts of an answer",
			description = "Made of the facts and of earlier answers. What only you know is named in square brackets: no figure is invented.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = ProposalsRequest.class))))
	@ApiResponse(responseCode = "200", description = "Drafts to complete",
			content = @Content(schema = @Schema(implementation = ProposalsResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = CoachingApi.NO_SESSION_ID)
	@ApiError(code = ErrorCode.INVALID_STEP, example = LATER)
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> proposals(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(summary = "Have your own text put better",
			description = "Every figure and every name in it stays. A text of less than 30 characters comes back as it is, and so does one that would lose something.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = ReformulationRequest.class))))
	@ApiResponse(responseCode = "200", description = "The text, whether it is better, and what it still lacks",
			content = @Content(schema = @Schema(implementation = ReformulationResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = CoachingApi.NO_SESSION_ID)
	@ApiError(code = ErrorCode.INVALID_STEP, example = LATER)
	@ApiError(code = ErrorCode.SESSION_EXPIRED, example = CoachingSessions.EXPIRED_SESSION)
	@ApiError(code = ErrorCode.CONFLICT, example = CoachingSessions.CONFLICT)
	@PostMapping(path = "/reformulate", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> reformulate(
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IdempotencyKeyHeader @RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @Nullable String idempotencyKey,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

}
