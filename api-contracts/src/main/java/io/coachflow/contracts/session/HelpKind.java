package io.coachflow.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What somebody who is stuck may ask for.
 */
public enum HelpKind {

	/** Questions that lead to an answer, with openings to click. */
	@JsonProperty("questions")
	QUESTIONS("questions", AnswerOrigin.CHOICE),

	/** Drafts of an answer. */
	@JsonProperty("proposals")
	PROPOSALS("proposals", AnswerOrigin.PROPOSAL),

	/** The user's own text, put better. */
	@JsonProperty("reformulation")
	REFORMULATION("reformulation", AnswerOrigin.REFORMULATION);

	private final String id;

	private final AnswerOrigin origin;

	HelpKind(String id, AnswerOrigin origin) {
		this.id = id;
		this.origin = origin;
	}

	/** The kind's name in JSON. */
	public String id() {
		return this.id;
	}

	/** Where an answer comes from that begins with such an offer. */
	public AnswerOrigin origin() {
		return this.origin;
	}

}
