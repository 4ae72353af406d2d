package io.coachflow.contracts.rest;

import io.coachflow.contracts.session.Offer;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something to click: the beginning of an answer.
 *
 * @param id what the answer that began with it sends as {@code offered_id}
 */
@Schema(example = "{\"id\": \"vision-1\", \"text\": \"In five years, we …\"}")
public record Choice(String id, String text) {

	/** The offer as something to click. */
	public static Choice of(Offer offer) {
		return new Choice(offer.id(), offer.text());
	}

}
