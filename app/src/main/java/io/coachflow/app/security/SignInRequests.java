package io.coachflow.app.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a request to sign somebody in. Once the user is known, it is one for the scope of
 * that user, whichever others the client named too.
 */
final class SignInRequests implements AuthenticationConverter {

	private static final List<String> PARAMETERS = List.of(OAuth2ParameterNames.RESPONSE_TYPE,
			OAuth2ParameterNames.CLIENT_ID, OAuth2ParameterNames.REDIRECT_URI, OAuth2ParameterNames.SCOPE,
			OAuth2ParameterNames.STATE, PkceParameterNames.CODE_CHALLENGE, PkceParameterNames.CODE_CHALLENGE_METHOD);

	private final AuthenticationConverter requests = new OAuth2AuthorizationCodeRequestAuthenticationConverter();

	private final RegisteredClientRepository clients;

	private final Map<String, String> scopeByUser;

	SignInRequests(RegisteredClientRepository clients, Map<String, String> scopeByUser) {
		this.clients = clients;
		this.scopeByUser = scopeByUser;
	}

	/**
	 * The parameters of such a request as a query, to repeat it after the user was
	 * chosen. Others are left out.
	 */
	static String query(HttpServletRequest request) {
		Map<String, String[]> given = request.getParameterMap();
		return PARAMETERS.stream()
			.flatMap((name) -> Stream.of(given.getOrDefault(name, new String[0]))
				.map((value) -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
			.collect(Collectors.joining("&"));
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		if (!(this.requests.convert(request) instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked)) {
			return null;
		}
		requireKnownAddress(asked);
		String own = (asked.getPrincipal() instanceof Authentication user) ? this.scopeByUser.get(user.getName())
				: null;
		if (own == null) {
			return asked;
		}
		if (!asked.getScopes().isEmpty() && !asked.getScopes().contains(own)) {
			throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "The user has none of the scopes");
		}
		return new OAuth2AuthorizationCodeRequestAuthenticationToken(asked.getAuthorizationUri(), asked.getClientId(),
				(Authentication) asked.getPrincipal(), asked.getRedirectUri(), asked.getState(), Set.of(own),
				asked.getAdditionalParameters());
	}

	/** Spring would allow any port of 127.0.0.1, where any program may listen. */
	private void requireKnownAddress(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
		RegisteredClient client = this.clients.findByClientId(asked.getClientId());
		if (client != null && !client.getRedirectUris().contains(asked.getRedirectUri())) {
			throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "The redirect_uri is not one of the client's");
		}
	}

	private static OAuth2AuthorizationCodeRequestAuthenticationException refused(String code, String reason) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, reason, null), null);
	}

}
