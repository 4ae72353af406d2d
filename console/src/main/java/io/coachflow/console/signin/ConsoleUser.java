package io.coachflow.console.signin;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Who is signed in, with the scopes of their access token as authorities.
 *
 * @param name the user, as the issuer names them
 * @param scopes the scopes, such as {@code coaching:audit}
 */
record ConsoleUser(String name, List<String> scopes) implements OAuth2User, Serializable {

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of("sub", this.name);
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.scopes.stream().map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList();
	}

	@Override
	public String getName() {
		return this.name;
	}

}
