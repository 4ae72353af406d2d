package io.coachflow.console.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.core.GrantedAuthority;

/**
 * A section of the console, for those whose token has one of its scopes.
 *
 * @param id names its texts, its style sheet and its path
 * @param scopes any of them opens it
 */
record Nav(String id, Set<String> scopes) {

	private static final List<Nav> ALL = List.of(new Nav("coach", Set.of("coaching")),
			new Nav("history", Set.of("coaching:audit")), new Nav("figures", Set.of("coaching:analytics")),
			new Nav("operations", Set.of("coaching:admin")),
			new Nav("stream", Set.of("coaching:events", "coaching:audit")));

	/** The sections for these authorities, in their order. */
	static List<Nav> of(Collection<? extends GrantedAuthority> authorities) {
		Set<String> scopes = authorities.stream()
			.map((it) -> String.valueOf(it.getAuthority()).replaceFirst("^SCOPE_", ""))
			.collect(Collectors.toSet());
		return ALL.stream().filter((section) -> section.scopes().stream().anyMatch(scopes::contains)).toList();
	}

	/** Where it begins. */
	public String path() {
		return "/" + this.id;
	}

}
