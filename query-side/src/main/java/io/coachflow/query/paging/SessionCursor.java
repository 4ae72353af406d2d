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

	/** What a client reads that goes on with other conditions. */
	public static final String OF_ANOTHER_FILTER = "cursor belongs to other conditions: send those of the page that gave it, or leave it out to begin with the newest session.";

	/**
	 * Reads a cursor that {@link #text()} wrote.
	 * @throws ApiException if it did not
	 */
	public static SessionCursor parse(String text) {
		return parse(text, "");
	}

	/**
	 * Reads a cursor that {@link #text(String)} wrote.
	 * @param filter of the list that is asked for
	 * @throws ApiException if it did not, or for another filter
	 */
	public static SessionCursor parse(String text, String filter) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
			SessionCursor cursor = new SessionCursor(Instant.parse(parts[0]), (parts.length > 1) ? parts[1] : "");
			if (SessionIds.areOfForm(cursor.sessionId()) && Times.isComparable(cursor.startedAt())) {
				if (!filter.equals((parts.length > 2) ? parts[2] : "")) {
					throw new ApiException(ErrorCode.INVALID_REQUEST, OF_ANOTHER_FILTER);
				}
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
		return text("");
	}

	/**
	 * The cursor as clients get it.
	 * @param filter names what the list is filtered by; empty for a list of everything
	 */
	public String text(String filter) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.startedAt + " " + this.sessionId + (filter.isEmpty() ? "" : " " + filter))
				.getBytes(StandardCharsets.UTF_8));
	}

}
