package io.coachflow.contracts.enrichment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of business packages. They are derived from session ids, so each session has
 * one package, however often it is requested.
 */
public final class PackageIds {

	private PackageIds() {
	}

	/** The id of the session's package. */
	public static String of(String sessionId) {
		return UUID.nameUUIDFromBytes(("package:" + sessionId).getBytes(StandardCharsets.UTF_8)).toString();
	}

}
