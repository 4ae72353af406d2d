package io.coachflow.contracts.enrichment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.coachflow.contracts.session.SessionIds;

/**
 * The ids of business packages. They are derived from session ids, so each session has
 * one package, however often it is requested.
 */
public final class PackageIds {

	/** The time and the version, as text. */
	private static final int TIME = "xxxxxxxx-xxxx-7".length();

	private PackageIds() {
	}

	/**
	 * The id of the session's package. It depends on the session's id alone, so that
	 * whoever requests, retries or reads the package means the same one. Where the
	 * session's id begins with a time, its package's begins with the same, and an index
	 * keeps both together.
	 */
	public static String of(String sessionId) {
		String name = UUID.nameUUIDFromBytes(("package:" + sessionId).getBytes(StandardCharsets.UTF_8)).toString();
		return SessionIds.beginsWithTime(sessionId) ? sessionId.substring(0, TIME) + name.substring(TIME) : name;
	}

}
