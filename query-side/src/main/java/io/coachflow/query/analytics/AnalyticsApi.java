package io.coachflow.query.analytics;

import io.coachflow.contracts.error.ApiError;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CostReport;
import io.coachflow.contracts.rest.FunnelReport;
import io.coachflow.contracts.rest.StepReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Analytics, as published.
 */
@Tag(name = "Analytics",
		description = "Figures on all sessions together; nobody's name and nobody's words. Scope coaching:analytics.")
@RequestMapping("/api/v1/analytics")
@ApiError(code = ErrorCode.INVALID_REQUEST, example = "from is a day such as 2026-11-22, from 1970 to 9999.")
interface AnalyticsApi {

	String CSV = "text/csv";

	String FROM = "The first day, UTC; 30 days before the last by default.";

	String TO = "The last day, UTC, itself included; today by default. At most 366 days together.";

	String FORMAT = "json, or csv; absent for what Accept says.";

	@Operation(summary = "How far sessions come",
			description = "Of the sessions that started in a range of days, how many came to each step and behind it.")
	@ApiResponse(responseCode = "200", description = "One group after the other",
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = FunnelReport.class)),
					@Content(mediaType = CSV, schema = @Schema(type = "string")) })
	@GetMapping("/funnel")
	ResponseEntity<Object> funnel(
			@Parameter(description = FROM, schema = @Schema(type = "string", format = "date")) @RequestParam(
					required = false) @Nullable String from,
			@Parameter(description = TO, schema = @Schema(type = "string", format = "date")) @RequestParam(
					required = false) @Nullable String to,
			@Parameter(description = "day, which is the default, sector or language.",
					schema = @Schema(type = "string", allowableValues = { "day", "sector", "language" })) @RequestParam(
							name = "group_by", defaultValue = "day") String groupBy,
			@Parameter(description = FORMAT,
					schema = @Schema(type = "string", allowableValues = { "json", "csv" })) @RequestParam(
							required = false) @Nullable String format,
			@Parameter(hidden = true) HttpServletRequest request);

	@Operation(summary = "How long steps take",
			description = "From the moment a step was shown to its accepted answer, of the sessions that started in a range of days.")
	@ApiResponse(responseCode = "200", description = "Step by step",
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = StepReport.class)),
					@Content(mediaType = CSV, schema = @Schema(type = "string")) })
	@GetMapping("/steps")
	ResponseEntity<Object> steps(
			@Parameter(description = FROM, schema = @Schema(type = "string", format = "date")) @RequestParam(
					required = false) @Nullable String from,
			@Parameter(description = TO, schema = @Schema(type = "string", format = "date")) @RequestParam(
					required = false) @Nullable String to,
			@Parameter(description = "Of this sector alone.") @RequestParam(required = false) @Nullable String sector,
			@Parameter(description = "In this language alone.") @RequestParam(
					required = false) @Nullable String language,
			@Parameter(description = FORMAT,
					schema = @Schema(type = "string", allowableValues = { "json", "csv" })) @RequestParam(
							required = false) @Nullable String format,
			@Parameter(hidden = true) HttpServletRequest request);

	@Operation(summary = "What models cost", description = "The agents' results, by the receipts in their events.")
	@ApiResponse(responseCode = "200", description = "Day by day",
			content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = CostReport.class)),
					@Content(mediaType = CSV, schema = @Schema(type = "string")) })
	@GetMapping("/costs")
	ResponseEntity<Object> costs(
			@Parameter(description = FROM, schema = @Schema(type = "string", format = "date")) @RequestParam(
					required = false) @Nullable String from,
			@Parameter(description = TO, schema = @Schema(type = "string", format = "date")) @RequestParam(
					required = false) @Nullable String to,
			@Parameter(description = FORMAT,
					schema = @Schema(type = "string", allowableValues = { "json", "csv" })) @RequestParam(
							required = false) @Nullable String format,
			@Parameter(hidden = true) HttpServletRequest request);

}
