package io.coachflow.command.guidance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.coachflow.contracts.session.Step;

/**
 * The words of the coach's own texts, by which an answer is known that is pasted from
 * them. Immutable.
 */
final class CoachWords {

	private final Map<Step, Texts> steps = new EnumMap<>(Step.class);

	private CoachWords() {
	}

	/**
	 * Reads the coach's texts.
	 * @param texts what the coach may say at a step, in any language
	 */
	static CoachWords of(Function<Step, List<String>> texts, LexiconIndex lexicon) {
		CoachWords words = new CoachWords();
		for (Step step : Step.values()) {
			words.steps.put(step,
					Texts.of(texts.apply(step)
						.stream()
						.map((text) -> AnswerSignals.contentWords(Tokens.of(text), lexicon))
						.toList()));
		}
		return words;
	}

	/** Whether so many of the words stand together in one text of the step. */
	boolean contain(Step step, Set<String> words, int least) {
		return Objects.requireNonNull(this.steps.get(step), "Every step has its texts").contain(words, least);
	}

	/**
	 * Texts by word.
	 *
	 * @param containing the numbers of the texts that contain a word
	 */
	private record Texts(int number, Map<String, int[]> containing) {

		private static final int[] NONE = {};

		static Texts of(List<Set<String>> texts) {
			Map<String, List<Integer>> containing = new HashMap<>();
			for (int text = 0; text < texts.size(); text++) {
				for (String word : texts.get(text)) {
					containing.computeIfAbsent(word, (_) -> new ArrayList<>()).add(text);
				}
			}
			Map<String, int[]> numbers = new HashMap<>();
			containing.forEach((word, of) -> numbers.put(word, of.stream().mapToInt(Integer::intValue).toArray()));
			return new Texts(texts.size(), numbers);
		}

		boolean contain(Set<String> words, int least) {
			return isPossible(words, least) && isSo(words, least);
		}

		// Most answers have too many words that no text has: for them nothing is counted
		private boolean isPossible(Set<String> words, int least) {
			int others = words.size() - least;
			for (String word : words) {
				if (others < 0) {
					return false;
				}
				others -= this.containing.containsKey(word) ? 0 : 1;
			}
			return others >= 0;
		}

		private boolean isSo(Set<String> words, int least) {
			int[] shared = new int[this.number];
			for (String word : words) {
				for (int text : this.containing.getOrDefault(word, NONE)) {
					if (++shared[text] == least) {
						return true;
					}
				}
			}
			return false;
		}

	}

}
