package io.coachflow.query.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T> an entry
 * @param nextCursor where the next page begins; absent on the last page
 */
public record Page<T>(List<T> entries, @Nullable String nextCursor) {

	private static final int MAX_LIMIT = 100;

	/** What a client reads that asks for fewer or more entries. */
	public static final String WRONG_LIMIT = "limit lies between 1 and " + MAX_LIMIT + ".";

	/**
	 * Reads a page.
	 * @param limit how many entries at most
	 * @param query reads that many entries; it is asked for one more than the limit, to
	 * see whether another page follows
	 * @param cursor the cursor after an entry
	 * @throws ApiException if the limit is not from 1 to 100
	 */
	public static <T> Page<T> read(int limit, IntFunction<List<T>> query, Function<T, String> cursor) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, WRONG_LIMIT);
		}
		List<T> found = query.apply(limit + 1);
		return (found.size() > limit) ? new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)))
				: new Page<>(found, null);
	}

	/**
	 * The id before which a page begins, in a list by number with the latest first.
	 * @param cursor absent for the first page
	 * @throws ApiException if it is not a cursor of such a list
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

}
