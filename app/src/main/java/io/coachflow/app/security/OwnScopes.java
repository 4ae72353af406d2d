package io.coachflow.app.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a request for a token that names no scope as one for all scopes of its client, as
 * RFC 6749 section 3.3 allows. Spring would give a token without any scope.
 */
class OwnScopes implements AuthenticationConverter {

	private final AuthenticationConverter requests = new OAuth2ClientCredentialsAuthenticationConverter();

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		Authentication asked = this.requests.convert(request);
		return (asked instanceof OAuth2ClientCredentialsAuthenticationToken it && it.getScopes().isEmpty()
				&& it.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
				&& client.getRegisteredClient() instanceof RegisteredClient registered)
						? new OAuth2ClientCredentialsAuthenticationToken(client, Set.copyOf(registered.getScopes()),
								it.getAdditionalParameters())
						: asked;
	}

}
