package io.coachflow.console.signin;

import java.time.Clock;
import java.time.Instant;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.api.UserToken;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The access token in the session of the request that is served.
 */
@Component
final class SessionToken implements UserToken {

	private final OAuth2AuthorizedClientRepository clients;

	private final Clock clock;

	SessionToken(OAuth2AuthorizedClientRepository consoleClients, Clock clock) {
		this.clients = consoleClients;
		this.clock = clock;
	}

	@Override
	public String value() {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		Authentication user = SecurityContextHolder.getContext().getAuthentication();
		OAuth2AuthorizedClient client = (user != null)
				? this.clients.loadAuthorizedClient(SignInConfiguration.REGISTRATION, user, request) : null;
		Instant end = (client != null) ? client.getAccessToken().getExpiresAt() : null;
		if (client == null || (end != null && end.isBefore(this.clock.instant()))) {
			throw new ApiException(401, "UNAUTHORIZED", "Your sign-in has ended. Sign in again.", null);
		}
		return client.getAccessToken().getTokenValue();
	}

}
