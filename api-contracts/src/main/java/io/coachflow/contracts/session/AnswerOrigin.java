package io.coachflow.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where an answer comes from.
 */
public enum AnswerOrigin {

	/** The user's own words. */
	@JsonProperty("own")
	OWN("own"),

	/** An opening that was clicked. */
	@JsonProperty("choice")
	CHOICE("choice"),

	/** A draft of the coach. */
	@JsonProperty("proposal")
	PROPOSAL("proposal"),

	/** The user's own words as the coach put them. */
	@JsonProperty("reformulation")
	REFORMULATION("reformulation");

	private final String id;

	AnswerOrigin(String id) {
		this.id = id;
	}

	/** The origin's name in JSON. */
	public String id() {
		return this.id;
	}

}
