package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.coachflow.command.partner.PartnerTexts.Round;
import io.coachflow.command.partner.PartnerTexts.StepTexts;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.HelpDraft.Text;
import io.coachflow.text.Folding;

/**
 * Questions that lead to an answer: two of the step and one of the sector, with openings
 * to click. They come in rounds, and never the same ones twice in a row.
 */
final class Questions {

	private Questions() {
	}

	static Suggestion of(HelpContext context, PartnerTexts texts, Slots slots, Guidance guidance) {
		StepTexts step = texts.step(context.step());
		Suggestion next = null;
		for (Round round : inTurn(step.rounds(), context)) {
			next = suggestion(context, texts, step, round, slots, guidance);
			if (!next.questions().equals(context.before())) {
				return next;
			}
		}
		return Objects.requireNonNull(next, "Every step has rounds");
	}

	/**
	 * Those that the user's question is about first, then by how often help was given.
	 */
	private static List<Round> inTurn(List<Round> rounds, HelpContext context) {
		Set<String> asked = new HashSet<>(
				List.of(Folding.words(Objects.requireNonNullElse(context.asked(), "")).split(" ")));
		List<Round> about = new ArrayList<>();
		List<Round> others = new ArrayList<>();
		for (int i = 0; i < rounds.size(); i++) {
			Round round = rounds.get((context.times() + i) % rounds.size());
			boolean fits = round.about().stream().map(Folding::words).anyMatch(asked::contains);
			(fits ? about : others).add(round);
		}
		about.addAll(others);
		return about;
	}

	private static Suggestion suggestion(HelpContext context, PartnerTexts texts, StepTexts step, Round round,
			Slots slots, Guidance guidance) {
		List<String> questions = new ArrayList<>(round.questions().stream().map(slots::fill).toList());
		if (!guidance.questions().isEmpty()) {
			questions.add(guidance.questions().get(context.times() % guidance.questions().size()));
		}
		return new Suggestion((context.asked() != null) ? texts.asked() : step.message(), List.copyOf(questions),
				round.choices().stream().map((choice) -> new Text(null, slots.fill(choice), null)).toList(), null);
	}

}
