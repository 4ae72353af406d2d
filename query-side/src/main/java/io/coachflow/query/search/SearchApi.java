package io.coachflow.query.search;

import java.security.Principal;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.FoundSessions;
import io.coachflow.query.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finding sessions, as published.
 */
@Tag(name = "Audit")
interface SearchApi {

	@Operation(summary = "Find sessions",
			description = "Of all users, deleted ones too, those started last first. What is left out does not matter; what is given has to hold together. Written down like all that auditors read: GET /api/v1/audit/access.")
	@ApiResponse(responseCode = "200", description = "A page, and the cursor of the next")
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = Page.WRONG_LIMIT)
	@ApiError(code = ErrorCode.SERVICE_UNAVAILABLE, example = SessionSearch.BEING_FILLED)
	@GetMapping(path = "/api/v1/audit/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
	FoundSessions find(
			@Parameter(description = "The owner's user id.",
					schema = @Schema(type = "string", minLength = 1, maxLength = 200)) @RequestParam(
							required = false) @Nullable String user,
			@Parameter(schema = @Schema(allowableValues = { "initialized", "in_progress", "completed", "expired",
					"deleted" })) @RequestParam(required = false) @Nullable String status,
			@Parameter(description = "The step to answer next.",
					schema = @Schema(allowableValues = { "vision", "mission", "clientele", "differentiation",
							"offre" })) @RequestParam(required = false) @Nullable String step,
			@Parameter(description = "As the session's owner gave it.",
					schema = @Schema(type = "string", minLength = 1, maxLength = 200)) @RequestParam(
							required = false) @Nullable String sector,
			@Parameter(description = "Started then or later, as RFC 3339.",
					schema = @Schema(type = "string", format = "date-time"),
					example = "2026-11-22T12:00:00Z") @RequestParam(name = "started_from",
							required = false) @Nullable String startedFrom,
			@Parameter(description = "Started before, as RFC 3339.",
					schema = @Schema(type = "string", format = "date-time"),
					example = "2026-11-23T12:00:00Z") @RequestParam(name = "started_to",
							required = false) @Nullable String startedTo,
			@Parameter(
					description = "Words of one answer, in any of their forms, English or French, with or without their accents; \"a phrase\", or, and -without as in a search engine.",
					schema = @Schema(type = "string", minLength = 1, maxLength = 200),
					example = "restaurant -bakery") @RequestParam(required = false) @Nullable String q,
			@Parameter(description = "How many at most, 1 to 100; 20 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100")) @RequestParam(
							defaultValue = "20") int limit,
			@Parameter(
					description = "next_cursor of the page before, with the same conditions; absent for the first.") @RequestParam(
							required = false) @Nullable String cursor,
			@Parameter(hidden = true) Principal caller);

}
