package io.coachflow.app.fastpath;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads what a token allows, where it says so in the usual way.
 */
final class Scopes {

	private static final String COACHING = "coaching";

	private Scopes() {
	}

	/** False also where the claim is not a text of words between single spaces. */
	static boolean includeCoaching(Jwt token) {
		if (!(token.getClaims().get("scope") instanceof String scopes)) {
			return false;
		}
		int at = scopes.indexOf(COACHING);
		while (at >= 0) {
			int end = at + COACHING.length();
			if ((at == 0 || scopes.charAt(at - 1) == ' ') && (end == scopes.length() || scopes.charAt(end) == ' ')) {
				return true;
			}
			at = scopes.indexOf(COACHING, end);
		}
		return false;
	}

}
