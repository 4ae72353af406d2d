package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.coachflow.contracts.session.Fact;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpDraft.Text;

/**
 * Checks what a language model has drafted: it may put things well, but it must not tell
 * a figure that nobody has told, nor lose one.
 */
final class Drafts {

	private static final int FEWEST_CHOICES = 2;

	private final Reformulations reformulations;

	Drafts(Reformulations reformulations) {
		this.reformulations = reformulations;
	}

	/** The draft as a suggestion; empty if it is of no use. */
	Optional<Suggestion> usable(HelpDraft draft, HelpContext context, PartnerTexts texts) {
		if (draft.kind() != context.kind() || draft.step() != context.step()
				|| draft.sequence() != context.sequence()) {
			return Optional.empty();
		}
		return switch (draft.kind()) {
			case QUESTIONS -> questions(draft, context);
			case PROPOSALS -> proposals(draft, context, texts);
			case REFORMULATION -> reformulation(draft, context);
		};
	}

	private static Optional<Suggestion> questions(HelpDraft draft, HelpContext context) {
		List<Text> choices = draft.texts().stream().filter((choice) -> isTold(choice, context)).toList();
		return (draft.message() == null || draft.questions().size() != HelpDraft.MAX_QUESTIONS
				|| new HashSet<>(draft.questions()).size() != HelpDraft.MAX_QUESTIONS
				|| draft.questions().equals(context.before()) || choices.size() < FEWEST_CHOICES) ? Optional.empty()
						: Optional.of(new Suggestion(draft.message(), draft.questions(), choices, null));
	}

	private static Optional<Suggestion> proposals(HelpDraft draft, HelpContext context, PartnerTexts texts) {
		List<Text> proposals = new ArrayList<>();
		for (Text text : draft.texts()) {
			if (text.title() != null && text.why() != null && isTold(text, context)) {
				proposals.add(new Text(Proposals.title(texts, text.title()), text.text(), text.why()));
			}
		}
		boolean differ = proposals.stream().map(Text::text).distinct().count() == Proposals.SIZE;
		return (proposals.size() == Proposals.SIZE && differ)
				? Optional.of(new Suggestion(null, List.of(), List.copyOf(proposals), null)) : Optional.empty();
	}

	private Optional<Suggestion> reformulation(HelpDraft draft, HelpContext context) {
		String typed = Objects.requireNonNull(context.asked());
		if (draft.texts().size() != 1 || Reformulations.isShort(typed)
				|| Reformulations.loses(typed, draft.texts().getFirst().text(), context)) {
			return Optional.empty();
		}
		return Optional.of(this.reformulations.suggestion(context, draft.texts().getFirst().text(), draft.questions()));
	}

	/** Whether each figure was told by the user. */
	private static boolean isTold(Text text, HelpContext context) {
		return Substance.inventsNoFigure(text.text(), told(context));
	}

	/** Everything that the user has told. */
	private static Collection<String> told(HelpContext context) {
		List<String> told = new ArrayList<>(context.answers().values());
		if (context.asked() != null) {
			told.add(context.asked());
		}
		for (Fact fact : Fact.values()) {
			String value = fact.in(context.business());
			if (value != null) {
				told.add(value);
			}
		}
		return told;
	}

}
