package io.coachflow.query.sessionlist;

import java.security.Principal;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionPage;
import io.coachflow.query.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Listing a user's sessions, as published.
 */
@Tag(name = "Coaching")
@RequestMapping(path = "/api/v1/coaching", produces = MediaType.APPLICATION_JSON_VALUE)
interface SessionListApi {

	@Operation(summary = "List your sessions",
			description = "Newest first, page by page. What is left out does not matter; what is given has to hold together.")
	@ApiResponse(responseCode = "200", description = "A page, and the cursor of the next")
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = Page.WRONG_LIMIT)
	@GetMapping("/sessions")
	SessionPage sessions(
			@Parameter(description = "How many at most, 1 to 100; 20 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100")) @RequestParam(
							defaultValue = "20") int limit,
			@Parameter(
					description = "next_cursor of the page before, with the same status and q; absent for the first.") @RequestParam(
							required = false) @Nullable String cursor,
			@Parameter(description = "As the list shows it.",
					schema = @Schema(
							allowableValues = { "initialized", "in_progress", "completed", "expired" })) @RequestParam(
									required = false) @Nullable String status,
			@Parameter(
					description = "A part of the business's name, in upper or lower case, with or without its accents.",
					schema = @Schema(type = "string", minLength = 1, maxLength = 100),
					example = "cafe") @RequestParam(required = false) @Nullable String q,
			@Parameter(hidden = true) Principal caller);

}
