package io.coachflow.contracts.rest;

import java.util.Objects;

import io.coachflow.contracts.session.Offer;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A draft of an answer.
 *
 * @param id what the answer that was made of it sends as {@code offered_id}
 * @param title says that it is a proposal, and of which kind
 * @param text what only the user knows is named in square brackets
 * @param why what it is good for and what it is made of
 */
@Schema(example = """
		{"id": "4-1", "title": "Proposal: what, for whom and why", "text": "Every day, Teranga Table cooks and serves meals for [how many] guests in Dakar, because [which problem this solves for them].", "why": "Made of the name, the sector and the town. Fill in the brackets."}""")
public record Proposal(String id, String title, String text, String why) {

	/** The offer as a proposal. */
	public static Proposal of(Offer offer) {
		return new Proposal(offer.id(), Objects.requireNonNullElse(offer.title(), ""), offer.text(),
				Objects.requireNonNullElse(offer.why(), ""));
	}

}
