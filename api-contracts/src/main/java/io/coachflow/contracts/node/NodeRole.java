package io.coachflow.contracts.node;

import java.util.Locale;

/**
 * A role of a node, as set by {@code coachflow.roles}. Each node has at least one role,
 * and each role needs at least one node.
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
