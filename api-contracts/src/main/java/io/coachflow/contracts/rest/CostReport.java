package io.coachflow.contracts.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The cost of the agents' results, per day (UTC).
 */
@Schema(example = """
		{"from": "2026-11-01", "to": "2026-11-30", "costs": [{"day": "2026-11-22", "agent": "research", "model": "gpt-5-mini", "results": 40, "tokens_in": 52000, "tokens_out": 31000, "price_usd": 0.21}]}""")
public record CostReport(LocalDate from, LocalDate to, List<Cost> costs) {

	/**
	 * One agent's results by one model on one day.
	 *
	 * @param model {@code rules} for results made without a model
	 */
	public record Cost(LocalDate day, @Schema(allowableValues = {
			"research", "content", "logo", "seo", "template" }) String agent, String model, long results,
			@JsonProperty("tokens_in") long tokensIn, @JsonProperty("tokens_out") long tokensOut,
			@JsonProperty("price_usd") BigDecimal price){
	}

}
