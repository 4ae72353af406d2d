package io.coachflow.query.feed;

import java.io.IOException;
import java.security.Principal;
import java.util.List;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/**
 * The event stream, as published.
 */
@Tag(name = "Event stream", description = "Everything that happens, as CloudEvents. Scope coaching:events.")
interface FeedApi {

	String BATCH = "application/cloudevents-batch+json";

	String TOO_MANY_CONSUMERS = "Too many consumers follow this node: come back in a moment, with the same cursor.";

	String UNKNOWN_TYPE = "There is no such type of events: GET /api/v1/events/asyncapi lists them.";

	/** Where to read on, also after a batch that the filters left empty. */
	String NEXT_CURSOR = "Next-Cursor";

	@Operation(summary = "Read the event stream",
			description = "Oldest first, each with the cursor to go on behind it; a consumer that does misses nothing. With Accept: text/event-stream the same events as they happen, the id being the cursor and the event its type, unless event=message. What people wrote is in it with the scope coaching:audit alone, and each such reading is recorded: GET /api/v1/audit/access. See GET /api/v1/events/asyncapi and /api/v1/events/schemas/{type}.")
	@ApiResponse(responseCode = "200", description = "A batch, empty at the end of the stream; or the stream",
			headers = @Header(name = NEXT_CURSOR,
					description = "Where to go on, also where the filters left nothing of the batch",
					schema = @Schema(type = "string")),
			content = { @Content(mediaType = BATCH,
					array = @ArraySchema(schema = @Schema(implementation = CloudEvent.class)),
					examples = @ExampleObject("""
							[{"specversion":"1.0","id":"0b8f1f0e-6b0a-4b57-8f0e-7a9f0d6f2c11","source":"urn:coachflow","type":"io.coachflow.session.completed.v1","subject":"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c","time":"2026-11-22T12:00:00.123456Z","datacontenttype":"application/json","dataschema":"urn:coachflow:schema:io.coachflow.session.completed.v1","aggregatesequence":6,"cursor":"MTo3","data":{"session_id":"5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c","confidence":0.78}}]""")),
					@Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")) })
	@ApiError(code = ErrorCode.INVALID_REQUEST,
			example = "limit lies between 1 and 1000, wait between 0 and 30 seconds.")
	@ApiError(code = ErrorCode.RATE_LIMITED, example = TOO_MANY_CONSUMERS)
	@GetMapping("/api/v1/events")
	void events(
			@Parameter(description = "The cursor of the last event that you have; absent for the first.") @RequestParam(
					required = false) @Nullable String after,
			@Parameter(description = "How many at most, 1 to 1000; 100 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1",
							maximum = "1000")) @RequestParam(defaultValue = "100") int limit,
			@Parameter(description = "Seconds to wait for an event where there is none yet, 0 to 30; 0 by default.",
					schema = @Schema(type = "integer", format = "int32", minimum = "0", maximum = "30")) @RequestParam(
							defaultValue = "0") int wait,
			@Parameter(
					description = "Types, or what they begin with, such as io.coachflow.session; repeat it for more than one.") @RequestParam(
							required = false) @Nullable List<String> type,
			@Parameter(description = "Of this session alone, its package included.") @RequestParam(name = "session_id",
					required = false) @Nullable String sessionId,
			@Parameter(
					description = "What the stream's events are called: type, by their types, each with a listener of its own; or message, by the name that onmessage hears.",
					schema = @Schema(type = "string", allowableValues = { "type", "message" },
							defaultValue = "type")) @RequestParam(required = false) @Nullable String event,
			@Parameter(description = "The cursor, as EventSource sends it.") @RequestHeader(name = "Last-Event-ID",
					required = false) @Nullable String lastEventId,
			@Parameter(hidden = true) Principal caller, @Parameter(hidden = true) HttpServletRequest request,
			@Parameter(hidden = true) HttpServletResponse response) throws IOException;

	@SecurityRequirements
	@Operation(summary = "The event stream as an AsyncAPI document",
			description = "Its messages, each with its schema and an example, over HTTP and Kafka. Needs no token.")
	@ApiResponse(responseCode = "200", description = "AsyncAPI 3.0",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
	@GetMapping(path = "/api/v1/events/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
	JsonNode asyncApi(@Parameter(hidden = true) HttpServletRequest request);

	@SecurityRequirements
	@Operation(summary = "The JSON Schema of an event's data",
			description = "A published schema never changes in a way that older readers could not take. Needs no token.")
	@ApiResponse(responseCode = "200", description = "JSON Schema 2020-12",
			content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
	@ApiError(code = ErrorCode.NOT_FOUND, example = UNKNOWN_TYPE)
	@GetMapping(path = "/api/v1/events/schemas/{type}", produces = "application/schema+json")
	ResponseEntity<Resource> schema(
			@Parameter(example = "io.coachflow.session.completed.v1") @PathVariable String type);

}
