package io.coachflow.query.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.query.time.Times;

/**
 * The last session of a page, in a list of sessions with the newest first.
 */
public record SessionCursor(Instant startedAt, String sessionId) {

	/**
	 * Reads a cursor that {@link #text()} wrote.
	 * @throws ApiException if it did not
	 */
	public static SessionCursor parse(String text) {
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			int space = plain.indexOf(' ');
			SessionCursor cursor = new SessionCursor(Instant.parse(plain.substring(0, Math.max(space, 0))),
					plain.substring(space + 1));
			if (SessionIds.areOfForm(cursor.sessionId()) && Times.isComparable(cursor.startedAt())) {
				return cursor;
			}
		}
		catch (IllegalArgumentException | DateTimeException _) {
			// Refused below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				"cursor is not one that this list gave: leave it out to begin with the newest session.");
	}

	/** The cursor as clients get it. */
	public String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.startedAt + " " + this.sessionId).getBytes(StandardCharsets.UTF_8));
	}

}
