package io.coachflow.query.businesspackage;

import java.io.IOException;
import java.security.Principal;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.PackageResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Reading a session's business package, as published.
 */
@Tag(name = "Business package", description = "What five agents make of a completed session. Scope coaching.")
@RequestMapping("/api/v1/coaching/session/{session_id}/package")
interface PackageApi {

	String SVG = "image/svg+xml";

	String MARKDOWN = "text/markdown";

	String ZIP = "application/zip";

	String NOT_COMPLETED = "The session is not completed, so there is no package yet: answer its remaining steps.";

	String UNKNOWN_EVENT_ID = "Last-Event-ID is the id of an event of this stream, which is a number.";

	@Operation(summary = "Read the business package",
			description = "The brief, where each of the five agents stands, and the results so far; 404 NOT_FOUND before the session is completed. As JSON, or as a document in the language of the session: Markdown, a PDF to print, or a ZIP with both, the logos and a draft of the website (index.html). A document of a package that is not complete says what is missing. If-None-Match with the ETag answers 304 where nothing has happened since. An agent that runs again, or failed at that, keeps the last good result: result_generation says which generation made it.")
	@ApiResponse(responseCode = "200", description = "The package",
			headers = @Header(name = "ETag",
					description = "The sequence of the package's last event, for If-None-Match",
					schema = @Schema(type = "string", example = "\"12\"")),
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = PackageResponse.class)),
					@Content(mediaType = MARKDOWN, schema = @Schema(type = "string"),
							examples = @ExampleObject("# Teranga Table\n\nBusiness package of a restaurant in Dakar, Senegal.\n")),
					@Content(mediaType = MediaType.APPLICATION_PDF_VALUE,
							schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")) })
	@ApiError(code = ErrorCode.INVALID_REQUEST,
			example = "There is no such format: use json or markdown or pdf or zip.")
	@ApiError(code = ErrorCode.NOT_FOUND, example = NOT_COMPLETED)
	@GetMapping
	ResponseEntity<Object> businessPackage(@PathVariable("session_id") String sessionId,
			@Parameter(description = "What to get, whatever Accept says.",
					schema = @Schema(allowableValues = { "json", "markdown", "pdf", "zip" })) @RequestParam(
							required = false) @Nullable String format,
			@Parameter(hidden = true) Principal caller, HttpServletRequest request) throws InterruptedException;

	@Operation(summary = "Get a logo",
			description = "One of the three concepts as an image, under a content security policy that allows it nothing. 404 NOT_FOUND where there is none yet.")
	@ApiResponse(responseCode = "200", description = "The drawing", content = @Content(mediaType = SVG,
			schema = @Schema(type = "string"),
			examples = @ExampleObject("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\"><circle cx=\"50\" cy=\"50\" r=\"40\"/></svg>")))
	@ApiError(code = ErrorCode.NOT_FOUND,
			example = "There is no such logo yet: the agent logo is at work. Try again shortly.")
	@GetMapping(path = "/logo/{n}.svg", produces = SVG)
	ResponseEntity<String> logo(@PathVariable("session_id") String sessionId,
			@Parameter(description = "1 to 3.",
					schema = @Schema(type = "integer", minimum = "1", maximum = "3")) @PathVariable String n,
			@Parameter(hidden = true) Principal caller);

	@Operation(summary = "Follow the business package",
			description = "Server-sent events: `agent` whenever an agent changes its state, with all that is known of it, as AgentTransition; `package` with the whole package, as PackageResponse, once all five are settled; then the stream ends. Each id is the sequence of the event behind it: sent back as Last-Event-ID, the stream goes on behind it. A comment shows every 15 seconds that the stream is alive. It also ends after ten minutes, and when the session is deleted. Who has got `package` and asks again hears 204, which keeps browsers from asking on.")
	@ApiResponse(responseCode = "200", description = "The stream",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"),
					examples = @ExampleObject("""
							retry: 2000
							event: agent
							data: {"agent":"research","sequence":1,"state":"running","generation":1,"attempts":1}
							id: 1

							event: package
							data: {"session_id":"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c","status":"complete"}
							id: 11
							""")))
	@ApiResponse(responseCode = "204", description = "All is told, and nothing more is to come", content = @Content)
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = UNKNOWN_EVENT_ID)
	@ApiError(code = ErrorCode.NOT_FOUND, example = NOT_COMPLETED)
	@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void stream(@PathVariable("session_id") String sessionId,
			@Parameter(description = "The id of the last event received.",
					schema = @Schema(type = "string", pattern = "^\\d{1,18}$")) @RequestHeader(name = "Last-Event-ID",
							required = false) @Nullable String lastEventId,
			@Parameter(hidden = true) Principal caller, HttpServletRequest request, HttpServletResponse response)
			throws IOException, InterruptedException;

}
