package io.coachflow.contracts.rest;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Reply;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A text as the coach puts it.
 *
 * @param id what the answer that was made of it sends as {@code offered_id}
 * @param original the text as sent
 * @param reformulated the same with every figure and every name; the text as sent where
 * it is short, or where one of them would be lost
 * @param better whether it scores higher than the text as sent and has lost nothing
 * @param suggestions what it still lacks
 */
@Schema(example = """
		{"id": "4-1", "original": "basically we cook 300 lunches a day in dakar; and so on", "reformulated": "We cook 300 lunches a day in Dakar.", "is_better": true, "suggestions": ["Say why you do it: which problem do you take off their shoulders?"]}""")
public record ReformulationResponse(String id, String original, String reformulated,
		@JsonProperty("is_better") boolean better, List<String> suggestions) {

	/**
	 * Converts the reply.
	 * @throws NullPointerException if it is a reply to something else
	 */
	public static ReformulationResponse of(Reply reply) {
		HelpGiven help = Objects.requireNonNull(reply.help());
		Offer offer = help.offers().getFirst();
		return new ReformulationResponse(offer.id(), Objects.requireNonNull(help.asked()), offer.text(),
				Boolean.TRUE.equals(help.better()), help.questions());
	}

}
