package io.coachflow.app.security;

import java.util.Enumeration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Reads the token of a request. More than one {@code Authorization} header is refused,
 * and so is a token that is too long.
 */
final class BearerTokens implements BearerTokenResolver {

	private static final String BEARER = "Bearer ";

	/** In characters; longer tokens are refused unread. */
	private static final int MAX_LENGTH = 8 * 1024;

	private final BearerTokenResolver spring = new DefaultBearerTokenResolver();

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		Enumeration<String> headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
		String header = headers.hasMoreElements() ? headers.nextElement() : null;
		if (headers.hasMoreElements()) {
			throw new OAuth2AuthenticationException(
					BearerTokenErrors.invalidToken("There is more than one Authorization header"));
		}
		// Spring's resolver, which is slower, matches each token with a regular
		// expression
		String token = (header != null && isPlainBearer(header)) ? header.substring(BEARER.length())
				: this.spring.resolve(request);
		if (token != null && token.length() > MAX_LENGTH) {
			throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("The token is too long"));
		}
		return token;
	}

	/** A header that RFC 6750 allows, in the letter case that clients send. */
	private static boolean isPlainBearer(String header) {
		if (!header.startsWith(BEARER) || header.length() == BEARER.length()) {
			return false;
		}
		for (int i = BEARER.length(); i < header.length(); i++) {
			char it = header.charAt(i);
			if (!((it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z') || (it >= '0' && it <= '9') || it == '-'
					|| it == '.' || it == '_')) {
				return false;
			}
		}
		return true;
	}

}
