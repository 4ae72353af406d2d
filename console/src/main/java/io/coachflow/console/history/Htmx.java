package io.coachflow.console.history;

/**
 * The headers of requests for a part of a page, and of their answers.
 */
final class Htmx {

	static final String REQUEST = "HX-Request";

	/** Has the browser show another address, without a new entry in its history. */
	static final String REPLACE_URL = "HX-Replace-Url";

	private Htmx() {
	}

}
