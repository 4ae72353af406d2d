package io.coachflow.console.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Refuses what somebody may not see, or a form that is not from here. A form of a session
 * that has ended looks like one from elsewhere, so whoever is not signed in signs in.
 */
public final class Refused implements AccessDeniedHandler {

	static final String PAGE = "/console/refused";

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		// The filter against forged forms runs before the request knows its user
		Authentication user = SecurityContextHolder.getContext().getAuthentication();
		if (user == null || user instanceof AnonymousAuthenticationToken) {
			SignIn.again(request, response);
		}
		else {
			request.getRequestDispatcher(PAGE).forward(request, response);
		}
	}

}
