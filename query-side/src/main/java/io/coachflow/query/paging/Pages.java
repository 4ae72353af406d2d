package io.coachflow.query.paging;

import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What all lists that come page by page have in common.
 */
public final class Pages {

	private static final int MAX_LIMIT = 100;

	/** What a client reads that asks for fewer or more entries. */
	public static final String WRONG_LIMIT = "limit lies between 1 and " + MAX_LIMIT + ".";

	private Pages() {
	}

	/**
	 * Checks how many entries are asked for.
	 * @throws ApiException outside 1 to 100
	 */
	public static void requireLimit(int limit) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, WRONG_LIMIT);
		}
	}

	/**
	 * The id before which a page begins, of a list by number with the latest first.
	 * @param cursor absent for the first page
	 * @throws ApiException where it is none of such a list
	 */
	public static long before(@Nullable String cursor) {
		try {
			return (cursor != null) ? Long.parseLong(cursor) : Long.MAX_VALUE;
		}
		catch (NumberFormatException _) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"cursor is not one that this list gave: leave it out to begin with the latest.");
		}
	}

	/** The page out of what was found when one entry more was looked for. */
	public static <T> List<T> page(List<T> found, int limit) {
		return found.subList(0, Math.min(limit, found.size()));
	}

}
