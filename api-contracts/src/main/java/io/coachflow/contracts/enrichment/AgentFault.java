package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why an attempt of an agent failed.
 *
 * @param message for people; holds no secret, no answer and nothing that a model wrote
 */
public record AgentFault(Kind kind, String message) {

	/** What kind of failure it was. */
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

		/** The provider refused the request, which would be refused again. */
		@JsonProperty("rejected")
		REJECTED,

		/** The model's output was not usable, after a repair as well. */
		@JsonProperty("invalid_output")
		INVALID_OUTPUT,

		/** The session's or the day's tokens are used up. */
		@JsonProperty("budget_exhausted")
		BUDGET_EXHAUSTED,

		/** The service itself failed. */
		@JsonProperty("internal")
		INTERNAL

	}

}
