package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.coachflow.command.guidance.Coach;
import io.coachflow.command.partner.PartnerTexts.Missing;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.HelpDraft.Text;
import io.coachflow.contracts.session.HelpDraft;

/**
 * A user's own text, put better: with every figure and every name that was in it, or else
 * as it was.
 */
final class Reformulations {

	/** A shorter text comes back as it was, in code points after trimming. */
	static final int SHORTEST = 30;

	/** An answer is no longer, in code points. */
	private static final int LONGEST = 10_000;

	/** Below it a text hardly speaks of what was asked. */
	private static final double RELEVANT = 0.67;

	/** Below it a text is less than one sentence and a half. */
	private static final double LONG = 0.5;

	private final Coach coach;

	private final Reformulator reformulator;

	Reformulations(Coach coach, Reformulator reformulator) {
		this.coach = coach;
		this.reformulator = reformulator;
	}

	/** The text put better by rules. */
	Suggestion of(HelpContext context, PartnerTexts texts) {
		String typed = Objects.requireNonNull(context.asked());
		String put = isShort(typed) ? typed : this.reformulator.improved(typed, context.business());
		String told = loses(typed, put, context) ? typed : put;
		return suggestion(context, told, missing(context, texts, told));
	}

	/**
	 * A text that is put otherwise.
	 * @param missing what it still lacks
	 */
	Suggestion suggestion(HelpContext context, String put, List<String> missing) {
		String typed = Objects.requireNonNull(context.asked());
		boolean better = !put.equals(typed) && score(context, put).score() > score(context, typed).score();
		return new Suggestion(null, missing, List.of(new Text(null, put, null)), better);
	}

	/** Whether what the user typed is in it no more, or more than that. */
	static boolean loses(String typed, String put, HelpContext context) {
		return put.codePointCount(0, put.length()) > LONGEST || !Substance.of(typed, context.business()).isKeptBy(put);
	}

	static boolean isShort(String typed) {
		String text = typed.strip();
		return text.codePointCount(0, text.length()) < SHORTEST;
	}

	private List<String> missing(HelpContext context, PartnerTexts texts, String text) {
		Missing missing = texts.step(context.step()).missing();
		Substance substance = Substance.of(text, context.business());
		Confidence confidence = score(context, text);
		List<String> told = new ArrayList<>();
		if (confidence.relevance() < RELEVANT) {
			told.add(missing.subject());
		}
		if (substance.figures().isEmpty()) {
			told.add(missing.figure());
		}
		if (substance.names().isEmpty()) {
			told.add(missing.name());
		}
		if (confidence.length() < LONG) {
			told.add(texts.more());
		}
		return told.stream().limit(HelpDraft.MAX_QUESTIONS).toList();
	}

	private Confidence score(HelpContext context, String text) {
		return this.coach.assess(context.step(), text, context.otherAnswers());
	}

}
