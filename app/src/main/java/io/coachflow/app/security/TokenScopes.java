package io.coachflow.app.security;

import java.time.Instant;

import io.coachflow.query.access.CallerScopes;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

@Component
class TokenScopes implements CallerScopes {

	@Override
	public boolean has(String scope) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null && caller.getAuthorities()
			.stream()
			.anyMatch((authority) -> ("SCOPE_" + scope).equals(authority.getAuthority()));
	}

	@Override
	public Instant validUntil() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		Instant end = (caller instanceof JwtAuthenticationToken it) ? it.getToken().getExpiresAt() : null;
		return (end != null) ? end : Instant.MAX;
	}

}
