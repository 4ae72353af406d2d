package io.coachflow.command.guidance;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The word lists as a tree of letters: one walk over a word's letters finds what all
 * lists say of it, however long they grow. Immutable.
 */
final class LexiconIndex {

	private final Node root;

	LexiconIndex(Lexicon lexicon) {
		this.root = new Node(WordFacts.ofBeginning(lexicon, ""));
		// In this order a stem comes before the words that begin with it, which take over
		// what is known of it
		Set<String> known = new TreeSet<>(lexicon.stop());
		known.addAll(lexicon.vague().firstWords());
		known.addAll(lexicon.precise().firstWords());
		lexicon.steps().values().forEach((terms) -> known.addAll(terms.firstWords()));
		for (String word : known) {
			Node end = this.root.grow(word);
			end.word = WordFacts.of(lexicon, word);
			end.beginning = WordFacts.ofBeginning(lexicon, word);
		}
	}

	/** What the lists say of a word, given as words are compared. */
	WordFacts of(String word) {
		Node node = this.root;
		for (int i = 0; i < word.length(); i++) {
			Node next = node.next(word.charAt(i));
			if (next == null) {
				return node.beginning;
			}
			node = next;
		}
		return node.word;
	}

	private static final class Node {

		private WordFacts word;

		private WordFacts beginning;

		// By letter, from the first that leads on to the last
		private @Nullable Node[] next = {};

		private char first;

		Node(WordFacts beginning) {
			this.word = beginning;
			this.beginning = beginning;
		}

		@Nullable Node next(char letter) {
			int at = letter - this.first;
			return (at >= 0 && at < this.next.length) ? this.next[at] : null;
		}

		/** Makes the way to where the word ends. */
		Node grow(String word) {
			Node node = this;
			for (char letter : word.toCharArray()) {
				Node next = node.next(letter);
				node = (next != null) ? next : node.add(letter);
			}
			return node;
		}

		// Letters come in their order, so that only the end grows
		private Node add(char letter) {
			if (this.next.length == 0) {
				this.first = letter;
			}
			this.next = Arrays.copyOf(this.next, letter - this.first + 1);
			Node added = new Node(this.beginning);
			this.next[letter - this.first] = added;
			return added;
		}

	}

}
