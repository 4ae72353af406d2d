package io.coachflow.contracts.enrichment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The answers and the facts of a session from which its brief is made.
 */
public enum SessionInput {

	VISION, MISSION, CLIENTELE, DIFFERENTIATION, OFFRE, BUSINESS_NAME, SECTOR, CITY, COUNTRY;

	/** The five answers. */
	public static final Set<SessionInput> ANSWERS = Collections.unmodifiableSet(EnumSet.range(VISION, OFFRE));

	/** The facts, none of which has to be given. */
	public static final Set<SessionInput> FACTS = Collections.unmodifiableSet(EnumSet.range(BUSINESS_NAME, COUNTRY));

	/** The step's id, or the fact's name in JSON. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
