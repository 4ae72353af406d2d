package io.coachflow.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the client told about the business at the start, exactly as sent; each field is
 * null if it was not given.
 *
 * @param name the business's name
 * @param sector the trade, in the client's own words
 * @param city the city where it operates
 * @param country the country where it operates
 */
public record Business(@JsonProperty("business_name") @Nullable String name, @Nullable String sector,
		@Nullable String city, @Nullable String country) {

	/** A business of which nothing is known. */
	public static final Business UNKNOWN = new Business(null, null, null, null);

}
