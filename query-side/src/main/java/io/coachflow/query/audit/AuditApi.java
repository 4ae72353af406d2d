package io.coachflow.query.audit;

import java.io.IOException;
import java.security.Principal;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.LogVerification;
import io.coachflow.contracts.rest.SessionVerification;
import io.coachflow.eventlog.export.HistoryWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Verifying and exporting histories, as published.
 */
@Tag(name = "Audit", description = "Prove that histories are as they were written. Scope coaching:audit.")
@RequestMapping("/api/v1/audit")
@ApiError(code = ErrorCode.FORBIDDEN, example = "The token lacks the scope that this path needs.")
interface AuditApi {

	String EVENT_EXAMPLE = """
			{"position":17,"session_id":"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c","sequence":0,"event_id":"0b8f1f0e-6b0a-4b57-8f0e-7a9f0d6f2c11","aggregate_type":"CoachingSession","name":"io.coachflow.session.started","revision":"1","time":"2026-11-22T12:00:00.123456Z","payload":"{\\"session_id\\":\\"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c\\"}","metadata":"{}","hash":"c23f39e131c044b695310e6172a6abadd0c560084d6af042530237e324b8b6a0"}
			""";

	@Operation(summary = "Verify a session's history",
			description = "Follows the hashes from the first event to the last, of deleted sessions too, and names the first sequence that is not as it was written. A flaw is an answer, not an error: the status is 200.")
	@ApiResponse(responseCode = "200", description = "What the chain says")
	@GetMapping(path = "/sessions/{session_id}/verify", produces = MediaType.APPLICATION_JSON_VALUE)
	SessionVerification verifySession(@PathVariable("session_id") String sessionId,
			@Parameter(hidden = true) Principal caller);

	@Operation(summary = "Verify the whole log",
			description = "Every event up to the last one that there is when the run begins, and that none is missing. A node does one run at a time. The answer comes at the end of the run: let the client wait, a minute or more for millions of events.")
	@ApiResponse(responseCode = "200", description = "What the chains and the positions say")
	@ApiError(code = ErrorCode.CONFLICT,
			example = "The log is being verified already and the run is at position 512 of 1042. Try again when it is through.")
	@GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
	LogVerification verifyLog(@Parameter(hidden = true) Principal caller) throws InterruptedException;

	@Operation(summary = "Export a session's history",
			description = "JSON Lines for `java -jar coachflow.jar verify`, which needs no service: one event a line, byte for byte, and a last line that says how much there is. Without the last line the file was cut short. Behind it are the coach's texts that the events name by digest, each as a history of its own.")
	@ApiResponse(responseCode = "200", description = "The history as a file", content = @Content(
			mediaType = HistoryWriter.MEDIA_TYPE, schema = @Schema(type = "string"),
			examples = @ExampleObject(EVENT_EXAMPLE
					+ """
							{"session_id":"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c","events":1,"last_sequence":0,"last_hash":"c23f39e131c044b695310e6172a6abadd0c560084d6af042530237e324b8b6a0","known_sequence":0}""")))
	@GetMapping(path = "/sessions/{session_id}/export", produces = HistoryWriter.MEDIA_TYPE)
	void exportSession(@PathVariable("session_id") String sessionId, @Parameter(hidden = true) Principal caller,
			HttpServletResponse response) throws IOException;

	@Operation(summary = "Export the whole log",
			description = "As for one session, in the order of the log, through the last event that there is when the export begins.")
	@ApiResponse(responseCode = "200", description = "The log as a file",
			content = @Content(mediaType = HistoryWriter.MEDIA_TYPE, schema = @Schema(type = "string"),
					examples = @ExampleObject(EVENT_EXAMPLE + """
							{"events":1,"from_position":1,"through_position":1}""")))
	@GetMapping(path = "/export", produces = HistoryWriter.MEDIA_TYPE)
	void exportLog(@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) HttpServletRequest request,
			HttpServletResponse response) throws IOException, InterruptedException;

}
