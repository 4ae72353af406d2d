package io.coachflow.console.coach;

import org.springframework.ui.Model;

/**
 * The attributes of the conversation's templates.
 */
final class ConversationModel {

	private static final String PAGE = "console/coach/session";

	private static final String PART = "console/coach/conversation :: conversation";

	private final Conversation talk;

	private final Model model;

	private ConversationModel(Conversation talk, Model model) {
		this.talk = talk;
		this.model = model;
	}

	static ConversationModel of(Conversation talk, Model model) {
		model.addAttribute("talk", talk);
		model.addAttribute("sessionId", talk.sessionId());
		model.addAttribute("box", AnswerBox.next(talk));
		model.addAttribute("facts", BusinessForm.of(talk.business()));
		return new ConversationModel(talk, model);
	}

	ConversationModel box(AnswerBox box) {
		return with("box", box);
	}

	ConversationModel notice(Notice notice) {
		return with("notice", notice);
	}

	ConversationModel edit(AnswerEdit edit) {
		return with("edit", edit);
	}

	/** The form with the facts is open. */
	ConversationModel describing(BusinessForm told) {
		return with("told", told);
	}

	ConversationModel with(String name, Object value) {
		this.model.addAttribute(name, value);
		return this;
	}

	/**
	 * Shows a text that was not taken, unless it is the answer that the step has.
	 */
	ConversationModel unsent(AnswerForm form) {
		String step = (form.step() != null) ? form.step() : "";
		boolean known = this.talk.turn(step).filter((turn) -> turn.answer().equals(form.text())).isPresent();
		if (known || form.text().isBlank()) {
			return this;
		}
		this.model.addAttribute("correctable", !this.talk.expired() && this.talk.turn(step).isPresent());
		return with("unsent", AnswerEdit.of(step, form.text(), this.talk.sequence()));
	}

	/** The whole page. */
	String page() {
		return PAGE;
	}

	/** The conversation alone. */
	String part() {
		this.model.addAttribute("swapped", true);
		return PART;
	}

}
