package io.coachflow.query.sessionlist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.contracts.session.SessionIds;

/**
 * Where a page ended.
 */
record Cursor(Instant startedAt, String sessionId) {

	/** Later times are no one's, and more than PostgreSQL can compare. */
	private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

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
			Cursor cursor = new Cursor(Instant.parse(plain.substring(0, Math.max(space, 0))),
					plain.substring(space + 1));
			if (SessionIds.areOfForm(cursor.sessionId()) && cursor.startedAt().isAfter(Instant.EPOCH)
					&& cursor.startedAt().isBefore(END)) {
				return cursor;
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
