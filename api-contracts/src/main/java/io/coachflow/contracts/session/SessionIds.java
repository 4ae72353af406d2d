package io.coachflow.contracts.session;

import java.util.regex.Pattern;

/**
 * The form of session ids. Clients treat them as opaque; the service makes UUIDs.
 */
public final class SessionIds {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private SessionIds() {
	}

	/**
	 * Whether the id has the form of the service's ids; any other is unknown without
	 * asking the store.
	 */
	public static boolean areOfForm(String sessionId) {
		return FORM.matcher(sessionId).matches();
	}

}
