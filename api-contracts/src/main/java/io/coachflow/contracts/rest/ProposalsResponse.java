package io.coachflow.contracts.rest;

import java.util.List;
import java.util.Objects;

import io.coachflow.contracts.session.Reply;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Three drafts of an answer.
 */
@Schema(example = """
		{"proposals": [{"id": "4-1", "title": "Proposal: what, for whom and why", "text": "Every day, Teranga Table cooks and serves meals for [how many] guests in Dakar, because [which problem this solves for them].", "why": "Made of the name, the sector and the town. Fill in the brackets."}]}""")
public record ProposalsResponse(List<Proposal> proposals) {

	/**
	 * Converts the reply.
	 * @throws NullPointerException if it is a reply to something else
	 */
	public static ProposalsResponse of(Reply reply) {
		return new ProposalsResponse(Objects.requireNonNull(reply.help()).offers().stream().map(Proposal::of).toList());
	}

}
