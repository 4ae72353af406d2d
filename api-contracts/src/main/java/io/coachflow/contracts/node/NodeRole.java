package io.coachflow.contracts.node;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

	/** The name of the setting. */
	public static final String SETTING = "coachflow.roles";

	/** The name in the setting. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the setting.
	 * @param text names, separated by commas
	 * @throws IllegalArgumentException if a name is empty or unknown; the message lists
	 * the roles
	 */
	public static Set<NodeRole> parse(String text) {
		EnumSet<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
		for (String name : text.split(",")) {
			roles.add(Arrays.stream(values())
				.filter((role) -> role.id().equals(name.strip()))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(SETTING + " names \"" + name.strip()
						+ "\", which is no role. The roles are " + all() + ", separated by commas.")));
		}
		return roles;
	}

	private static String all() {
		return Arrays.stream(values()).map(NodeRole::id).collect(Collectors.joining(", "));
	}

}
