package io.coachflow.console.web;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Sends people to sign in, and back to their page. A part of a page is not worth coming
 * back to, so the page that asked for it is loaded anew.
 */
public final class SignIn implements AuthenticationEntryPoint {

	/** Where a sign-in begins. */
	public static final String PATH = "/oauth2/authorization/coachflow";

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		again(request, response);
	}

	/** Answers a request of somebody who is not signed in, or no longer. */
	static void again(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (Htmx.asks(request)) {
			response.setHeader(Htmx.REDIRECT, page(request));
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return;
		}
		if (isPage(request)) {
			new HttpSessionRequestCache().saveRequest(request, response);
		}
		response.setHeader(HttpHeaders.LOCATION, PATH);
		response.setStatus(HttpServletResponse.SC_FOUND);
	}

	/** A picture, a stream or a form is nothing to come back to. */
	private static boolean isPage(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return request.getMethod().equals("GET") && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
	}

	/** Its path alone, so that it cannot lead elsewhere. */
	private static String page(HttpServletRequest request) {
		String current = request.getHeader("HX-Current-URL");
		try {
			String path = (current != null) ? URI.create(current).getRawPath() : null;
			return (path != null && path.startsWith("/") && !path.startsWith("//")) ? path : "/";
		}
		catch (IllegalArgumentException _) {
			return "/";
		}
	}

}
