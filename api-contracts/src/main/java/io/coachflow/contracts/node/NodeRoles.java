package io.coachflow.contracts.node;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles of this node.
 */
public record NodeRoles(Set<NodeRole> roles) {

	/** The name of the setting. */
	public static final String SETTING = "coachflow.roles";

	public NodeRoles {
		roles = Set.copyOf(roles);
	}

	/**
	 * Reads the setting.
	 * @param text names, separated by commas
	 * @throws IllegalArgumentException if it contains no name or an unknown one; the
	 * message lists the known ones
	 */
	public static NodeRoles parse(String text) {
		EnumSet<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
		for (String name : text.split(",")) {
			roles.add(Arrays.stream(NodeRole.values())
				.filter((role) -> role.id().equals(name.strip()))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(SETTING + " names \"" + name.strip()
						+ "\", which is no role. The roles are " + known() + ", separated by commas.")));
		}
		return new NodeRoles(roles);
	}

	private static String known() {
		return Arrays.stream(NodeRole.values()).map(NodeRole::id).collect(Collectors.joining(", "));
	}

	public boolean include(NodeRole role) {
		return this.roles.contains(role);
	}

}
