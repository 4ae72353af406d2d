package io.coachflow.contracts.session;

import java.util.regex.Pattern;

/**
 * The form of session ids. Clients treat them as opaque; the service makes UUIDs: of
 * version 7 today, of versions 3 and 4 in former times, all of which stay valid.
 */
public final class SessionIds {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private static final int VERSION_AT = "xxxxxxxx-xxxx-".length();

	private SessionIds() {
	}

	/**
	 * Whether the id has the form of the service's ids; any other is unknown without
	 * asking the store.
	 */
	public static boolean areOfForm(String sessionId) {
		return FORM.matcher(sessionId).matches();
	}

	/** Whether the id is a UUID of version 7. */
	public static boolean beginsWithTime(String sessionId) {
		return areOfForm(sessionId) && sessionId.charAt(VERSION_AT) == '7';
	}

}
