package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.List;

import io.coachflow.command.partner.PartnerTexts.Draft;
import io.coachflow.contracts.session.HelpDraft.Text;

/**
 * Three drafts of an answer, made of what the user told. What only the user knows stays a
 * blank: no figure is invented.
 */
final class Proposals {

	/** How many there are at a time. */
	static final int SIZE = 3;

	private Proposals() {
	}

	static Suggestion of(HelpContext context, PartnerTexts texts, Slots slots) {
		List<Draft> drafts = texts.step(context.step()).proposals();
		String hint = (context.asked() != null) ? Excerpt.line(context.asked()) : "";
		List<Text> proposals = new ArrayList<>();
		for (int i = 0; i < SIZE; i++) {
			Draft draft = drafts.get((context.times() + i) % drafts.size());
			String text = slots.fill(draft.text());
			proposals.add(new Text(title(texts, draft.title()),
					(i == 0 && !hint.isEmpty()) ? text + " " + texts.hinted().replace("{hint}", hint) : text,
					draft.why()));
		}
		return new Suggestion(null, List.of(), List.copyOf(proposals), null);
	}

	/** The title, which says that it is a proposal. */
	static String title(PartnerTexts texts, String title) {
		return texts.proposal().replace("{title}", title);
	}

}
