package io.coachflow.app.security;

import java.io.IOException;

import io.coachflow.app.web.ErrorWriter;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Refuses callers without a valid token or without the scope, in the one error shape.
 */
public final class Refusals {

	/** What a client reads that sent no token. */
	public static final String NO_TOKEN = "Send a token: Authorization: Bearer <JWT>.";

	/** What a client reads whose token lacks the scope. */
	public static final String NO_SCOPE = "The token lacks the scope that this path needs.";

	private final ErrorWriter errors;

	private final AccessDeniedHandler challenge = new BearerTokenAccessDeniedHandler();

	Refusals(ErrorWriter errors) {
		this.errors = errors;
	}

	/**
	 * Answers 503 if a token cannot be checked. Spring would throw, and the container
	 * would log a stack trace for each request; {@link IssuerKeySet} logs the outage
	 * once.
	 */
	ObjectPostProcessor<BearerTokenAuthenticationFilter> ofTokens() {
		return new ObjectPostProcessor<>() {
			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(Refusals.this::unchecked);
				return filter;
			}
		};
	}

	private void unchecked(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (ex instanceof AuthenticationServiceException) {
			this.errors.write(request, response, ErrorCode.SERVICE_UNAVAILABLE,
					"The token cannot be checked, since its issuer does not answer. Try again shortly.");
		}
		else {
			unauthorized(request, response, ex);
		}
	}

	void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(ex));
		this.errors.write(request, response, ErrorCode.UNAUTHORIZED, (request.getHeader("Authorization") != null)
				? "The token is not valid here: it may be expired, of another issuer or for another audience. Get a new one."
				: NO_TOKEN);
	}

	void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		this.challenge.handle(request, response, ex);
		this.errors.write(request, response, ErrorCode.FORBIDDEN, NO_SCOPE);
	}

	/**
	 * As in RFC 6750: it gives the error only if there was a token, in a text that a
	 * header may contain.
	 */
	private static String challenge(AuthenticationException ex) {
		return (ex instanceof OAuth2AuthenticationException refused
				&& refused.getError() instanceof BearerTokenError error)
						? "Bearer error=\"" + error.getErrorCode() + "\", error_description=\"" + error.getDescription()
								+ "\""
						: "Bearer";
	}

}
