package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.List;

import io.coachflow.command.guidance.ModelWords;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpDraft.Text;
import io.coachflow.llm.Described;
import io.coachflow.llm.ModelResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked for: one form for each kind of help.
 */
sealed interface ModelDraft {

	/** What is wrong with the draft, written for the model. */
	List<String> violations(String language);

	/** What the coach says first; null for nothing. */
	@Nullable String message();

	/** Questions, or what a text lacks. */
	List<String> lines();

	/** Choices, proposals or the reformulation. */
	List<Text> texts();

	/** The draft in plain words, within their lengths. */
	static HelpDraft cleaned(ModelResponse<? extends ModelDraft> answered, HelpContext context) {
		ModelDraft draft = answered.value();
		String message = draft.message();
		return new HelpDraft(context.kind(), context.step(), context.sequence(), answered.model(),
				answered.promptVersion(), (message != null) ? line(message) : null,
				plain(draft.lines()).stream().limit(HelpDraft.MAX_QUESTIONS).toList(), texts(draft));
	}

	private static List<Text> texts(ModelDraft draft) {
		List<Text> texts = new ArrayList<>();
		for (Text text : draft.texts()) {
			String plain = ModelWords.plain(text.text(), HelpDraft.MAX_TEXT);
			if (plain != null && texts.size() < HelpDraft.MAX_TEXTS) {
				texts.add(new Text((text.title() != null) ? line(text.title()) : null, plain,
						(text.why() != null) ? line(text.why()) : null));
			}
		}
		return List.copyOf(texts);
	}

	private static @Nullable String line(String text) {
		return ModelWords.plain(text, HelpDraft.MAX_LINE);
	}

	private static List<String> plain(List<String> lines) {
		List<String> plain = new ArrayList<>();
		for (String line : lines) {
			String one = line(line);
			if (one != null) {
				plain.add(one);
			}
		}
		return plain;
	}

	/** A complaint if the texts are in another language. */
	private static List<String> language(List<String> texts, String language) {
		return ModelWords.areInAnotherLanguage(texts, language)
				? List.of("The texts are not in the language that was asked for.") : List.of();
	}

	/** Questions that lead to an answer. */
	record ForQuestions(@Described("At most 300 characters") String message,
			@Described("Exactly 3, at most 150 characters each") List<String> questions,
			@Described("3 beginnings of an answer, at most 120 characters each") List<String> choices)
			implements
				ModelDraft {

		@Override
		public List<String> violations(String language) {
			List<String> violations = new ArrayList<>();
			if (line(this.message) == null) {
				violations.add("message is empty.");
			}
			if (plain(this.questions).stream().distinct().count() != HelpDraft.MAX_QUESTIONS) {
				violations.add("questions are three different ones.");
			}
			List<String> texts = new ArrayList<>(this.questions);
			texts.addAll(this.choices);
			texts.add(this.message);
			violations.addAll(language(texts, language));
			return violations;
		}

		@Override
		public List<String> lines() {
			return this.questions;
		}

		@Override
		public List<Text> texts() {
			return this.choices.stream().map((choice) -> new Text(null, choice, null)).toList();
		}

	}

	/** Drafts of an answer. */
	record ForProposals(
			@Described("Exactly 3, each from another side") List<Proposed> proposals) implements ModelDraft {

		/** One of them. */
		record Proposed(@Described("At most 60 characters") String title,
				@Described("2 or 3 sentences, with blanks in square brackets") String text,
				@Described("What it is made of and what is left to fill in") String why) {
		}

		@Override
		public List<String> violations(String language) {
			List<String> violations = new ArrayList<>();
			if (plain(this.proposals.stream().map(Proposed::text).toList()).stream()
				.distinct()
				.count() != Proposals.SIZE) {
				violations.add("proposals are three different ones.");
			}
			violations.addAll(language(this.proposals.stream().map(Proposed::text).toList(), language));
			return violations;
		}

		@Override
		public @Nullable String message() {
			return null;
		}

		@Override
		public List<String> lines() {
			return List.of();
		}

		@Override
		public List<Text> texts() {
			return this.proposals.stream().map((it) -> new Text(it.title(), it.text(), it.why())).toList();
		}

	}

	/** A text put better: in its own language, whatever that of the conversation is. */
	record ForReformulation(@Described("The same text put better, in its own language") String text,
			@Described("At most 3: what it still lacks") List<String> suggestions) implements ModelDraft {

		@Override
		public List<String> violations(String language) {
			return (line(this.text) != null) ? List.of() : List.of("text is empty.");
		}

		@Override
		public @Nullable String message() {
			return null;
		}

		@Override
		public List<String> lines() {
			return this.suggestions;
		}

		@Override
		public List<Text> texts() {
			return List.of(new Text(null, this.text, null));
		}

	}

}
