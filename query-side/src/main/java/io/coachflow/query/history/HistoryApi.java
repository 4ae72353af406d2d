package io.coachflow.query.history;

import java.io.IOException;
import java.security.Principal;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AccessPage;
import io.coachflow.contracts.rest.HistoryDiff;
import io.coachflow.contracts.rest.HistoryResponse;
import io.coachflow.query.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Histories, as published.
 */
@Tag(name = "History",
		description = "Rewind a session. For its owner, or with the scope coaching:audit for any session, deleted ones too.")
interface HistoryApi {

	String MARKDOWN = "text/markdown";

	String NEGATIVE_SEQUENCE = "as_of_sequence is 0 or more.";

	String WRONG_RANGE = "from_sequence is -1 or more, and to_sequence no less than from_sequence.";

	@Operation(summary = "Read a session's history",
			description = "Every event, word for word, and the session folded up to a point. What auditors read is written down: GET /api/v1/audit/access.")
	@ApiResponse(responseCode = "200", description = "The history",
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = HistoryResponse.class)),
					@Content(mediaType = MARKDOWN, schema = @Schema(type = "string")) })
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = NEGATIVE_SEQUENCE)
	@GetMapping(path = "/api/v1/coaching/session/{session_id}/history")
	ResponseEntity<Object> history(@PathVariable("session_id") String sessionId,
			@Parameter(description = "Up to this event, itself included; the package up to the same moment.",
					schema = @Schema(type = "integer", format = "int64", minimum = "0")) @RequestParam(
							name = "as_of_sequence", required = false) @Nullable Long asOfSequence,
			@Parameter(description = "Up to this moment, itself included, as RFC 3339; not with as_of_sequence.",
					schema = @Schema(type = "string", format = "date-time"),
					example = "2026-11-22T12:00:00Z") @RequestParam(name = "as_of_time",
							required = false) @Nullable String asOfTime,
			@Parameter(description = "json, or markdown for a transcript; absent for what Accept says.",
					schema = @Schema(type = "string", allowableValues = { "json", "markdown" })) @RequestParam(
							required = false) @Nullable String format,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) HttpServletRequest request);

	@Operation(summary = "Compare two points of a history",
			description = "The fields of the session that differ, and the events in between.")
	@ApiResponse(responseCode = "200", description = "What changed")
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = WRONG_RANGE)
	@GetMapping(path = "/api/v1/coaching/session/{session_id}/history/diff",
			produces = MediaType.APPLICATION_JSON_VALUE)
	HistoryDiff diff(@PathVariable("session_id") String sessionId,
			@Parameter(description = "-1 for before the first event.",
					schema = @Schema(type = "integer", format = "int64", minimum = "-1")) @RequestParam(
							name = "from_sequence") long from,
			@Parameter(description = "No less than from_sequence.",
					schema = @Schema(type = "integer", format = "int64", minimum = "-1")) @RequestParam(
							name = "to_sequence") long to,
			@Parameter(hidden = true) Principal caller);

	@Operation(operationId = "exportHistory", summary = "Export a session's history",
			description = "JSON Lines for `java -jar coachflow.jar verify`, as GET /api/v1/audit/sessions/{session_id}/export.")
	@ApiResponse(responseCode = "200", description = "The history as a file",
			content = @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")))
	@GetMapping(path = "/api/v1/coaching/session/{session_id}/history/export")
	void export(@PathVariable("session_id") String sessionId, @Parameter(hidden = true) Principal caller,
			@Parameter(hidden = true) HttpServletResponse response) throws IOException;

	@Operation(summary = "See who read histories", description = "The latest first. Scope coaching:audit.")
	@ApiResponse(responseCode = "200", description = "A page, and the cursor of the next")
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = Page.WRONG_LIMIT)
	@GetMapping(path = "/api/v1/audit/access", produces = MediaType.APPLICATION_JSON_VALUE)
	AccessPage access(@RequestParam(name = "session_id", required = false) @Nullable String sessionId,
			@Parameter(description = "Read by this user alone.") @RequestParam(
					required = false) @Nullable String reader,
			@Parameter(description = "How many at most, 1 to 100; 20 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100")) @RequestParam(
							defaultValue = "20") int limit,
			@Parameter(description = "next_cursor of the page before; absent for the first.") @RequestParam(
					required = false) @Nullable String cursor);

}
