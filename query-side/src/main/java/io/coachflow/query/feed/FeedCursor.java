package io.coachflow.query.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's position, as an opaque string.
 */
final class FeedCursor {

	/** Begins with the version of the form, so that another can follow. */
	private static final Pattern FORM = Pattern.compile("1:(-1|\\d{1,18})");

	/** Before the first event, whose position is 0 on Axon Server and 1 on PostgreSQL. */
	private static final long BEGINNING = -1;

	private FeedCursor() {
	}

	/** The cursor that reads on after a position. */
	static String at(long position) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("1:" + position).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The position after which the cursor reads on.
	 * @param cursor absent or blank for the beginning, which is -1
	 * @throws ApiException if it is not a cursor of this feed
	 */
	static long position(@Nullable String cursor) {
		if (cursor == null || cursor.isBlank()) {
			return BEGINNING;
		}
		try {
			Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
			if (form.matches()) {
				return Long.parseLong(form.group(1));
			}
		}
		catch (IllegalArgumentException _) {
			// Refused below
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				"after, or Last-Event-ID, is no cursor that this feed gave: leave it out to begin with the first event.");
	}

}
