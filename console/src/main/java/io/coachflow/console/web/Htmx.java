package io.coachflow.console.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Requests that a page makes for a part of itself.
 */
public final class Htmx {

	private Htmx() {
	}

	/** Whether a part is wanted rather than a page. */
	public static boolean asks(HttpServletRequest request) {
		return "true".equals(request.getHeader("HX-Request"));
	}

}
