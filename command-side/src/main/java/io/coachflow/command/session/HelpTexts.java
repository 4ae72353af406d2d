package io.coachflow.command.session;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Validates what somebody sends who is stuck. Accepted texts are kept exactly as sent.
 */
final class HelpTexts {

	private static final int MAX_QUESTION = 2_000;

	private static final int MAX_HINT = 500;

	private HelpTexts() {
	}

	/**
	 * What the user does not get on with.
	 * @throws ApiException if it shows nothing, is too long or not storable
	 */
	static @Nullable String question(@Nullable String text) {
		return (text != null) ? RequestTexts.line("question", text, MAX_QUESTION) : null;
	}

	/**
	 * What proposals should heed.
	 * @throws ApiException if it shows nothing, is too long or not storable
	 */
	static @Nullable String hint(@Nullable String text) {
		return (text != null) ? RequestTexts.line("hint", text, MAX_HINT) : null;
	}

	/**
	 * The text that should be put better.
	 * @throws ApiException if it is missing, too long or not storable, or shows nothing
	 */
	static String text(@Nullable String text) {
		return RequestTexts.answer("text", text, "send what should be put better.");
	}

	/**
	 * The id of the session, which the body must name.
	 * @throws ApiException if it is missing or unknown
	 */
	static String sessionId(@Nullable String id) {
		if (id == null) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, CoachingApi.NO_SESSION_ID);
		}
		return RequestTexts.sessionId(id);
	}

}
