package io.coachflow.query.sessionlist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionSummary;

/**
 * Where a page ended.
 */
record Cursor(Instant startedAt, String sessionId) {

	static Cursor after(SessionSummary last) {
		return new Cursor(last.startedAt(), last.sessionId());
	}

	/**
	 * Reads a cursor that {@link #text()} wrote.
	 * @throws ApiException where it did not
	 */
	static Cursor parse(String text) {
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			int space = plain.indexOf(' ');
			if (space > 0 && plain.indexOf('\0') < 0) {
				return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
			}
		}
		catch (IllegalArgumentException | DateTimeException _) {
			// told below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				"cursor is not one that this list gave: leave it out to begin with the newest session.");
	}

	String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.startedAt + " " + this.sessionId).getBytes(StandardCharsets.UTF_8));
	}

}
