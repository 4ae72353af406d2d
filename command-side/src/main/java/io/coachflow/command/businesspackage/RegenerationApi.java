package io.coachflow.command.businesspackage;

import java.security.Principal;
import java.util.Locale;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.IfMatch;
import io.coachflow.contracts.rest.IfMatchHeader;
import io.coachflow.contracts.rest.RegenerationRequest;
import io.coachflow.contracts.rest.RegenerationResponse;
import io.coachflow.contracts.rest.RegenerationsResponse;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The write operations of the business package's REST API.
 */
@Tag(name = "Business package")
interface RegenerationApi {

	String UNKNOWN_AGENT = "There is no such agent. The agents are research, content, logo, seo and template.";

	String CONFLICT = "The package changed at the same moment. Ask again.";

	String UNKNOWN_AGENTS = "agents is \"stale\" or a list of research, content, logo, seo and template.";

	/** The path of the session's package. */
	static String path(String sessionId) {
		return "/api/v1/coaching/session/" + sessionId + "/package";
	}

	@Operation(summary = "Run one agent again",
			description = "Its next generation runs alone; what the others made stays. Where the agent has not ended, its present generation goes on, and the answer names it.")
	@ApiResponse(responseCode = "202",
			description = "The agent runs; read the package, or follow its stream, for the result",
			content = @Content(schema = @Schema(implementation = RegenerationResponse.class)))
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_AGENT)
	@ApiError(code = ErrorCode.CONFLICT, example = CONFLICT)
	@PostMapping(path = "/api/v1/coaching/session/{session_id}/package/agents/{agent}/regenerate",
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RegenerationResponse> regenerate(@PathVariable("session_id") String sessionId,
			@Parameter(schema = @Schema(allowableValues = { "research", "content", "logo", "seo", "template" }),
					example = "logo") @PathVariable("agent") String agent,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

	@Operation(operationId = "regenerateAgents", summary = "Run several agents again, with a wish",
			description = "Those that are named, or those whose input has changed since. A wish reaches a language model as data; rules heed none. With a wish, or a brief that changed since, a generation that still runs is replaced.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = RegenerationRequest.class))))
	@ApiResponse(responseCode = "202",
			description = "The agents run; read the package, or follow its stream, for the results",
			content = @Content(schema = @Schema(implementation = RegenerationsResponse.class)))
	@ApiError(code = ErrorCode.INVALID_REQUEST, example = UNKNOWN_AGENTS)
	@ApiError(code = ErrorCode.CONFLICT, example = CONFLICT)
	@PostMapping(path = "/api/v1/coaching/session/{session_id}/package/regenerate",
			consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RegenerationsResponse> regenerate(@PathVariable("session_id") String sessionId,
			@org.springframework.web.bind.annotation.RequestBody(required = false) byte @Nullable [] body,
			@IfMatchHeader @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Locale locale);

}
