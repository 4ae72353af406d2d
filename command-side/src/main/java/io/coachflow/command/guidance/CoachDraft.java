package io.coachflow.command.guidance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.coachflow.contracts.session.Review;
import io.coachflow.llm.ModelResponse;
import io.coachflow.llm.Described;
import org.jspecify.annotations.Nullable;

/**
 * The model's answer: small, since the client waits for it.
 */
record CoachDraft(@Described("0 to 1") double score,
		@Described("The answer in one clear sentence, nothing added") String reformulation,
		@Described("One question to ask back, or an empty text where the answer is clear") String clarification,
		@Described("At most 400 characters") String nextMessage,
		@Described("2 or 3, at most 150 characters each") List<String> nextQuestions) {

	/** What is wrong with the draft, written for the model. */
	List<String> violations(String language) {
		List<String> violations = new ArrayList<>();
		if (!(this.score >= 0 && this.score <= 1)) {
			violations.add("score is a number from 0 to 1.");
		}
		if (ModelWords.plain(this.nextMessage, Review.MAX_TEXT) == null) {
			violations.add("next_message is empty.");
		}
		List<String> texts = new ArrayList<>(this.nextQuestions);
		texts.addAll(List.of(this.reformulation, this.clarification, this.nextMessage));
		if (ModelWords.areInAnotherLanguage(texts, language)) {
			violations.add("The texts are not in the language that was asked for.");
		}
		return violations;
	}

	static Review review(ModelResponse<? extends CoachDraft> answered, ReviewRequest request) {
		CoachDraft draft = answered.value();
		return new Review(request.step(), request.sequence(), answered.model(), answered.promptVersion(),
				BigDecimal.valueOf(draft.score()).setScale(2, RoundingMode.HALF_UP).doubleValue(),
				ModelWords.plain(draft.reformulation(), Review.MAX_TEXT),
				ModelWords.plain(draft.clarification(), Review.MAX_TEXT),
				ModelWords.plain(draft.nextMessage(), Review.MAX_TEXT), draft.questions());
	}

	private List<String> questions() {
		List<@Nullable String> questions = new ArrayList<>();
		this.nextQuestions.forEach((question) -> questions.add(ModelWords.plain(question, Review.MAX_QUESTION)));
		return questions.stream().filter(Objects::nonNull).limit(Review.MAX_QUESTIONS).toList();
	}

}
