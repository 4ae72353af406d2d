package io.coachflow.app.security;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The user whom somebody chose on the sign-in page, in an attribute of the session that
 * no other part of the application reads. The next request takes it out, so it signs in
 * one client once, and the next sign-in asks again.
 */
final class ChosenUser implements SecurityContextRepository {

	private static final String ATTRIBUTE = ChosenUser.class.getName();

	static void remember(HttpServletRequest request, String user) {
		HttpSession session = request.getSession();
		request.changeSessionId();
		session.setAttribute(ATTRIBUTE, user);
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		HttpSession session = holder.getRequest().getSession(false);
		if (session != null && session.getAttribute(ATTRIBUTE) instanceof String user) {
			session.removeAttribute(ATTRIBUTE);
			return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
		}
		return SecurityContextHolder.createEmptyContext();
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// One request only
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(ATTRIBUTE) != null;
	}

}
