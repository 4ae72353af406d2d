package io.coachflow.contracts.rest;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long the steps took in sessions that started in a range of days (UTC).
 */
@Schema(example = """
		{"from": "2026-11-01", "to": "2026-11-30", "steps": [{"step": "vision", "answered": 101, "median_seconds": 95.2, "p90_seconds": 610.0}]}""")
public record StepReport(LocalDate from, LocalDate to, List<Timing> steps) {

	/**
	 * One step.
	 *
	 * @param medianSeconds from the moment the step was shown to its accepted answer;
	 * null if nobody answered it
	 * @param p90Seconds the 90th percentile; null likewise
	 */
	public record Timing(@Schema(allowableValues = {
			"vision", "mission", "clientele", "differentiation", "offre" }) String step, long answered,
			@JsonProperty("median_seconds") @Nullable Double medianSeconds,
			@JsonProperty("p90_seconds") @Nullable Double p90Seconds){
	}

}
