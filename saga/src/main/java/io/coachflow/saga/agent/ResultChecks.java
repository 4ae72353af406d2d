package io.coachflow.saga.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of a result, in sentences that its author can act on and that
 * quote nothing of the result.
 */
final class ResultChecks {

	private static final Pattern MARKUP = Pattern.compile("<[\\p{Alpha}/!?]");

	// More would not help whoever repairs the result
	private static final int MOST = 30;

	private final List<String> violations = new ArrayList<>();

	List<String> violations() {
		return List.copyOf(this.violations);
	}

	void expect(boolean holds, String otherwise) {
		if (!holds && this.violations.size() < MOST) {
			this.violations.add(otherwise);
		}
	}

	/** A text in one line. */
	void line(String where, @Nullable String text, int longest) {
		text(where, text, longest, false);
	}

	/** A text that may have several lines. */
	void lines(String where, @Nullable String text, int longest) {
		text(where, text, longest, true);
	}

	private void text(String where, @Nullable String text, int longest, boolean breaks) {
		if (text == null || text.isBlank()) {
			expect(false, where + " is empty");
			return;
		}
		int length = text.codePointCount(0, text.length());
		expect(length <= longest, where + " has " + length + " characters; at most " + longest + " are allowed");
		expect(text.equals(text.strip()), where + " begins or ends with white space");
		expect(!MARKUP.matcher(text).find(), where + " contains HTML; only plain text is allowed");
		expect(text.codePoints().noneMatch((character) -> !isPlain(character, breaks)),
				where + " contains control characters" + (breaks ? "" : " or line breaks"));
	}

	private static boolean isPlain(int character, boolean breaks) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> breaks && character == '\n';
			case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
			default -> !PlainText.turns(character);
		};
	}

	/** Checks the number of items, and each item. */
	<T> void each(String where, Collection<T> items, int fewest, int most, BiConsumer<String, T> check) {
		int size = items.size();
		expect(size >= fewest && size <= most, where + " has " + size + " items; "
				+ ((fewest == most) ? String.valueOf(most) : fewest + " to " + most) + " are allowed");
		int number = 0;
		for (T item : items.stream().limit(most).toList()) {
			number++;
			check.accept(where + "[" + number + "]", item);
		}
	}

	void distinct(String where, Collection<?> items) {
		expect(items.stream().distinct().count() == items.size(), where + " repeats an item");
	}

	void number(String where, double value, double least, double greatest) {
		expect(value >= least && value <= greatest, where + " must be between " + least + " and " + greatest);
		expect(Math.abs(value * 100 - Math.rint(value * 100)) < 1e-6, where + " has more than two decimals");
	}

	/**
	 * Whether the value is there: what a model leaves out is null, even where the type is
	 * not nullable.
	 */
	boolean present(String where, @Nullable Object value) {
		expect(value != null, where + " is missing");
		return value != null;
	}

}
