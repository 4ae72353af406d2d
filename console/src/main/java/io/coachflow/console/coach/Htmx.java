package io.coachflow.console.coach;

import org.jspecify.annotations.Nullable;

/**
 * Requests that ask for a part of a page.
 */
final class Htmx {

	/** The header of such requests. */
	static final String HEADER = "HX-Request";

	/** The response header that has the browser open another page. */
	static final String REDIRECT = "HX-Redirect";

	private Htmx() {
	}

	/** The part, or the whole page where it was asked for without a script. */
	static String view(@Nullable String header, String part, String page) {
		return (header != null) ? part : page;
	}

}
