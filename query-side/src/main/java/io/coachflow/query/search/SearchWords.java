package io.coachflow.query.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.coachflow.query.search.AnswerReader.AnswerWord;
import io.coachflow.query.search.WordForms.Language;
import org.springframework.stereotype.Component;

/**
 * Turns an answer into a {@code tsvector}, and search terms into a {@code tsquery}, by
 * the same rules. PostgreSQL's own parsers and dictionaries are not used.
 */
@Component
class SearchWords {

	/** PostgreSQL keeps no more positions of one word. */
	private static final int MOST_PLACES = 255;

	/**
	 * A word, or a phrase in quotes of which the last may be missing; each may be
	 * negated.
	 */
	private static final Pattern TERM = Pattern.compile("(-?+)(?:\"([^\"]*+)\"?+|([^\\s\"]++))");

	private final WordForms forms = new WordForms();

	/**
	 * The answer as a {@code tsvector}: the forms of each word in the answer's language,
	 * with its positions.
	 */
	String vector(String answer) {
		Map<String, List<Integer>> places = new LinkedHashMap<>();
		List<AnswerWord> words = AnswerReader.words(answer);
		Language language = Language.of(words);
		for (AnswerWord word : words) {
			for (String form : this.forms.of(word, language)) {
				List<Integer> known = places.computeIfAbsent(form, (_) -> new ArrayList<>(1));
				if (known.size() < MOST_PLACES) {
					known.add(word.position());
				}
			}
		}
		StringBuilder vector = new StringBuilder();
		places.forEach((form, at) -> {
			vector.append(vector.isEmpty() ? "" : " ").append(quoted(form));
			for (int i = 0; i < at.size(); i++) {
				vector.append((i == 0) ? ':' : ',').append(at.get(i).intValue());
			}
		});
		return vector.toString();
	}

	/**
	 * The search terms as a {@code tsquery}: all words, {@code "a phrase"}, {@code or},
	 * and {@code -without}. Empty if none of them can be searched for.
	 */
	String query(String typed) {
		List<String> choices = new ArrayList<>();
		List<String> wanted = new ArrayList<>();
		Matcher term = TERM.matcher(typed);
		while (term.find()) {
			if ("or".equalsIgnoreCase(term.group())) {
				choices.add(String.join(" & ", wanted));
				wanted.clear();
			}
			else {
				String phrase = phrase((term.group(2) != null) ? term.group(2) : term.group(3));
				if (!phrase.isEmpty()) {
					wanted.add(term.group(1).isEmpty() ? phrase : "!(" + phrase + ")");
				}
			}
		}
		choices.add(String.join(" & ", wanted));
		return choices.stream()
			.filter((choice) -> !choice.isEmpty())
			.map((choice) -> "(" + choice + ")")
			.collect(Collectors.joining(" | "));
	}

	/** The words of a phrase, at the distances that they have. */
	private String phrase(String text) {
		StringBuilder phrase = new StringBuilder();
		int last = 0;
		for (AnswerWord word : AnswerReader.words(text)) {
			// The word before already has the last of several characters
			boolean covered = word.unspaced() && word.lone() && !word.first();
			List<String> known = covered ? List.of() : this.forms.of(word, Language.UNCLEAR);
			if (!known.isEmpty()) {
				phrase.append((last > 0) ? " <" + (word.position() - last) + "> " : "");
				String begins = (word.unspaced() && word.lone()) ? ":*" : "";
				phrase.append(known.stream()
					.map((form) -> quoted(form) + begins)
					.collect(Collectors.joining(" | ", "(", ")")));
				last = word.position();
			}
		}
		return phrase.toString();
	}

	private static String quoted(String form) {
		return "'" + form.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
