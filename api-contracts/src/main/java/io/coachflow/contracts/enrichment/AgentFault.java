package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why an attempt of an agent failed.
 *
 * @param message safe to show: holds no secret, no answer and nothing that a model wrote
 */
public record AgentFault(Kind kind, String message) {

	/** The kind of a failure. */
	public enum Kind {

		/** The provider asked to wait. */
		@JsonProperty("rate_limited")
		RATE_LIMITED,

		/** The provider took too long. */
		@JsonProperty("timeout")
		TIMEOUT,

		/** The provider could not be reached, or failed. */
		@JsonProperty("unavailable")
		UNAVAILABLE,

		/** The provider refused the request and would refuse it again. */
		@JsonProperty("rejected")
		REJECTED,

		/** The model's output was not usable, not even after a repair. */
		@JsonProperty("invalid_output")
		INVALID_OUTPUT,

		/** The session's or the day's token budget is used up. */
		@JsonProperty("budget_exhausted")
		BUDGET_EXHAUSTED,

		/** The service itself failed. */
		@JsonProperty("internal")
		INTERNAL

	}

}
