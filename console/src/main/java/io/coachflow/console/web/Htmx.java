package io.coachflow.console.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a page makes for a part of itself, and the headers of their answers.
 */
public final class Htmx {

	/** The header of such requests. */
	public static final String REQUEST = "HX-Request";

	/** Has the browser open another page. */
	public static final String REDIRECT = "HX-Redirect";

	/** Has the browser show another address, without a new entry in its history. */
	public static final String REPLACE_URL = "HX-Replace-Url";

	private Htmx() {
	}

	/** Whether a part is wanted rather than a page. */
	static boolean asks(HttpServletRequest request) {
		return "true".equals(request.getHeader(REQUEST));
	}

	/** The part, or the whole page where it was asked for without a script. */
	public static String view(@Nullable String header, String part, String page) {
		return (header != null) ? part : page;
	}

}
