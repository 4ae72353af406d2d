package io.coachflow.command.session;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Validates the texts that a client sends. Accepted texts are kept exactly as sent.
 */
final class RequestTexts {

	private static final int MAX_ANSWER = 10_000;

	private static final int MAX_FACT = 200;

	private RequestTexts() {
	}

	/**
	 * The answer to a step.
	 * @throws ApiException if it is missing, blank, too long or not storable
	 */
	static String answer(@Nullable String text) {
		if (text == null) {
			throw invalid("user_response is missing: send the answer to the current step.");
		}
		storable("user_response", text);
		int length = trimmedLength(text);
		if (length == 0) {
			throw invalid("user_response is blank: send the answer to the current step.");
		}
		if (length > MAX_ANSWER) {
			throw invalid("user_response has " + length + " characters: send at most " + MAX_ANSWER + ".");
		}
		return text;
	}

	/**
	 * A fact about the business; a blank one counts as absent.
	 * @throws ApiException if it is too long or not storable
	 */
	static @Nullable String fact(String field, @Nullable String text) {
		if (text == null) {
			return null;
		}
		storable(field, text);
		int length = trimmedLength(text);
		if (length > MAX_FACT) {
			throw invalid(field + " has " + length + " characters: send at most " + MAX_FACT + ".");
		}
		return (length > 0) ? text : null;
	}

	private static int trimmedLength(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isWhite(text.charAt(start))) {
			start++;
		}
		while (end > start && isWhite(text.charAt(end - 1))) {
			end--;
		}
		return text.codePointCount(start, end);
	}

	/** Unicode's White_Space, all of which is in the basic plane. */
	private static boolean isWhite(char character) {
		return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r') || character == '\u0085';
	}

	private static void storable(String field, String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '\0') {
				throw invalid(field + " holds a NUL character (U+0000) at position " + i + ": remove it.");
			}
			if (Character.isHighSurrogate(character) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(character)) {
				throw invalid(field + " holds half of a surrogate pair at position " + i + ": send whole characters.");
			}
		}
	}

	private static ApiException invalid(String message) {
		return new ApiException(ErrorCode.INVALID_REQUEST, message);
	}

}
