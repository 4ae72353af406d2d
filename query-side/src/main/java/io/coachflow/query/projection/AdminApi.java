package io.coachflow.query.projection;

import java.security.Principal;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AdminActionPage;
import io.coachflow.contracts.rest.DeadLetterOutcome;
import io.coachflow.contracts.rest.DeadLetterPage;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import io.coachflow.query.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What operators can see and do, as published.
 */
@Tag(name = "Operation",
		description = "See how far read models have come, build them again, mend what failed. Scope coaching:admin.")
@RequestMapping(path = "/api/v1/admin", produces = MediaType.APPLICATION_JSON_VALUE)
interface AdminApi {

	String UNKNOWN_PROJECTION = "There is no such projection: GET /api/v1/admin/projections lists them.";

	String UNKNOWN_LETTER = "There is no such dead letter any more: GET /api/v1/admin/dead-letters lists those that wait.";

	String BEING_REBUILT = "It is being rebuilt already: GET /api/v1/admin/projections tells how far it is.";

	String NOTHING_TO_CONFIRM = "No rebuild of it awaits confirmation.";

	String NOTHING_TO_ROLL_BACK = "No rebuild of it is under way or awaits confirmation.";

	@Operation(summary = "See every projection", description = "Position, lag, dead letters and rebuilds.")
	@ApiResponse(responseCode = "200", description = "All of them")
	@GetMapping("/projections")
	ProjectionList projections() throws InterruptedException;

	@Operation(summary = "Build a read model again",
			description = "From the first event, beside the live one, which readers go on reading. Once it has caught up, readers read the new one, and the former is kept up until you confirm or roll back. Asking again then confirms what is live.")
	@ApiResponse(responseCode = "202", description = "It begins; GET /api/v1/admin/projections tells the progress")
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_PROJECTION)
	@ApiError(code = ErrorCode.CONFLICT, example = BEING_REBUILT)
	@PostMapping("/projections/{name}/rebuild")
	ResponseEntity<ProjectionView> rebuild(@Parameter(example = "session-list") @PathVariable String name,
			@Parameter(hidden = true) Principal caller) throws InterruptedException;

	@Operation(summary = "Keep what a rebuild made", description = "The former read model is thrown away.")
	@ApiResponse(responseCode = "200", description = "The projection")
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_PROJECTION)
	@ApiError(code = ErrorCode.CONFLICT, example = NOTHING_TO_CONFIRM)
	@PostMapping("/projections/{name}/confirm")
	ProjectionView confirm(@Parameter(example = "session-list") @PathVariable String name,
			@Parameter(hidden = true) Principal caller) throws InterruptedException;

	@Operation(summary = "Go back to what was before a rebuild",
			description = "Readers read the former read model again; what the rebuild made, or has made so far, is thrown away.")
	@ApiResponse(responseCode = "200", description = "The projection")
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_PROJECTION)
	@ApiError(code = ErrorCode.CONFLICT, example = NOTHING_TO_ROLL_BACK)
	@PostMapping("/projections/{name}/rollback")
	ProjectionView rollBack(@Parameter(example = "session-list") @PathVariable String name,
			@Parameter(hidden = true) Principal caller) throws InterruptedException;

	@Operation(summary = "See dead letters",
			description = "Events that a projection could not handle: one entry for each session or package, with how many events wait in it. The others go on.")
	@ApiResponse(responseCode = "200", description = "A page, and the cursor of the next")
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = Page.WRONG_LIMIT)
	@GetMapping("/dead-letters")
	DeadLetterPage deadLetters(
			@Parameter(description = "Of this projection alone.",
					example = "session-list") @RequestParam(required = false) @Nullable String projection,
			@Parameter(description = "How many at most, 1 to 100; 20 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100")) @RequestParam(
							defaultValue = "20") int limit,
			@Parameter(description = "next_cursor of the page before; absent for the first.") @RequestParam(
					required = false) @Nullable String cursor);

	@Operation(summary = "Handle dead letters again",
			description = "Those of one session or package, in their order, until one fails again.")
	@ApiResponse(responseCode = "200", description = "How many were handled, and how many still wait")
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_LETTER)
	@PostMapping("/dead-letters/{id}/retry")
	DeadLetterOutcome retry(@PathVariable String id, @Parameter(hidden = true) Principal caller);

	@Operation(summary = "Throw dead letters away",
			description = "Those of one session or package. The events stay in the log; a rebuild meets them again.")
	@ApiResponse(responseCode = "200", description = "How many were thrown away")
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_LETTER)
	@DeleteMapping("/dead-letters/{id}")
	DeadLetterOutcome discard(@PathVariable String id, @Parameter(hidden = true) Principal caller);

	@Operation(summary = "See what operators did", description = "The latest first.")
	@ApiResponse(responseCode = "200", description = "A page, and the cursor of the next")
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = Page.WRONG_LIMIT)
	@GetMapping("/actions")
	AdminActionPage actions(
			@Parameter(description = "How many at most, 1 to 100; 20 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100")) @RequestParam(
							defaultValue = "20") int limit,
			@Parameter(description = "next_cursor of the page before; absent for the first.") @RequestParam(
					required = false) @Nullable String cursor);

}
