package io.coachflow.contracts.session;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coachflow.contracts.session.CoachingSessionCommand.Told;
import org.jspecify.annotations.Nullable;

/**
 * What the client told about the business, exactly as sent; each field is null if it was
 * not given.
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

	/** The business of which this was told since. */
	public Business with(List<Told> told) {
		Business known = this;
		for (Told one : told) {
			known = one.in(known);
		}
		return known;
	}

	/** The facts in which the two differ. */
	public List<Fact> differences(Business other) {
		return Arrays.stream(Fact.values()).filter((fact) -> !Objects.equals(fact.in(this), fact.in(other))).toList();
	}

}
