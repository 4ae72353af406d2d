package io.coachflow.command.session;

import java.util.EnumMap;
import java.util.Map;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Validates the texts that a client sends. Accepted texts are kept exactly as sent.
 */
public final class RequestTexts {

	private static final int MAX_ANSWER = 10_000;

	private static final int MAX_FACT = 200;

	private static final int MAX_WISH = 500;

	private RequestTexts() {
	}

	/**
	 * The answer to a step.
	 * @throws ApiException if it is missing, too long or not storable, or shows nothing
	 */
	static String answer(@Nullable String text) {
		return answer("user_response", text, "send the answer to the current step.");
	}

	/**
	 * A text of the length of an answer.
	 * @param advice what to do if it is missing
	 * @throws ApiException if it is missing, too long or not storable, or shows nothing
	 */
	static String answer(String field, @Nullable String text, String advice) {
		if (text == null) {
			throw invalid(field + " is missing: " + advice);
		}
		storable(field, text);
		int length = trimmedLength(text);
		if (!isVisible(text)) {
			throw invalid(field + " is blank: " + advice);
		}
		if (length > MAX_ANSWER) {
			throw invalid(field + " has " + length + " characters: send at most " + MAX_ANSWER + ".");
		}
		return text;
	}

	/**
	 * The answers to all five steps, by their names.
	 * @throws ApiException if one is missing or not as {@link #answer} takes it
	 */
	static Map<Step, String> answers(@Nullable Map<String, @Nullable String> texts) {
		Map<Step, String> answers = new EnumMap<>(Step.class);
		for (Step step : Step.values()) {
			String text = (texts != null) ? texts.get(step.id()) : null;
			answers.put(step, answer("answers." + step.id(), text, "send the answers to all five steps."));
		}
		return answers;
	}

	/**
	 * What the next version of a package should be like.
	 * @throws ApiException if it shows nothing, is too long or not storable
	 */
	public static String wish(String text) {
		return line("wish", text, MAX_WISH);
	}

	/**
	 * A text that may be left out.
	 * @throws ApiException if it shows nothing, is too long or not storable
	 */
	static String line(String field, String text, int longest) {
		storable(field, text);
		int length = trimmedLength(text);
		if (!isVisible(text) || length > longest) {
			throw invalid(field + " has " + length + " characters: send 1 to " + longest + ", or none at all.");
		}
		return text;
	}

	/**
	 * A session's id. One of another form than the service's is unknown and never reaches
	 * the store.
	 * @throws ApiException with {@link ErrorCode#SESSION_NOT_FOUND} for such a one
	 */
	static String sessionId(String id) {
		if (!SessionIds.areOfForm(id)) {
			throw new ApiException(ErrorCode.SESSION_NOT_FOUND, CoachingSessions.UNKNOWN_SESSION);
		}
		return id;
	}

	/**
	 * The step of that name.
	 * @throws ApiException with {@link ErrorCode#INVALID_STEP} if there is none
	 */
	static Step step(String name) {
		return Step.of(name)
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_STEP,
					"There is no such step. The steps are vision, mission, clientele, differentiation and offre."));
	}

	/**
	 * What a client tells of the business.
	 * @throws ApiException if one of the texts is not as {@link #fact} takes it
	 */
	static Business business(@Nullable String name, @Nullable String sector, @Nullable String city,
			@Nullable String country) {
		return new Business(fact("business_name", name), fact("sector", sector), fact("city", city),
				fact("country", country));
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
		return isVisible(text) ? text : null;
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

	private static boolean isVisible(String text) {
		return text.codePoints().anyMatch((character) -> !isInvisible(character));
	}

	/**
	 * What shows nothing by itself: white space, controls, and Unicode's
	 * Default_Ignorable_Code_Point (zero-width characters, fillers, variation selectors,
	 * tags), of which Java knows only a part.
	 */
	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
					Character.FORMAT ->
				true;
			default -> switch (character) {
				// Joiner, Hangul's fillers, Khmer's inherent vowels, and Braille's empty
				// cell
				case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
				default -> (character >= 0x180B && character <= 0x180F) || (character >= 0xFE00 && character <= 0xFE0F)
						|| (character >= 0x2060 && character <= 0x206F) || (character >= 0xFFF0 && character <= 0xFFF8)
						|| (character >= 0xE0000 && character <= 0xE0FFF);
			};
		};
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
