package io.coachflow.contracts.node;

import java.util.Locale;

/**
 * One part of the work. A node has one or more; together the nodes have all.
 */
public enum NodeRole {

	/** Answers requests. */
	API,

	/** Builds the read models. */
	PROJECTIONS,

	/** Follows up on completed sessions, and runs agents. */
	ENRICHMENT;

	/** The name in {@link NodeRoles#SETTING}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
