package io.coachflow.console.coach;

import java.util.Locale;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows an earlier answer, and corrects it in its place.
 */
@Controller
@RequestMapping("/coach/{sessionId}/answers/{step}")
class AnswersController {

	private static final String PART = "console/coach/answer :: ";

	private static final String ACCEPTED = "Coach-Accepted";

	private final CoachingCalls calls;

	private final Conversations conversations;

	AnswersController(CoachingCalls calls, Conversations conversations) {
		this.calls = calls;
		this.conversations = conversations;
	}

	@GetMapping
	String show(@PathVariable("sessionId") String sessionId, @PathVariable("step") String step,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		if (htmx == null) {
			return "redirect:/coach/{sessionId}#answer-{step}";
		}
		return turn(this.conversations.answered(sessionId, locale), step, model);
	}

	@GetMapping("/edit")
	String edit(@PathVariable("sessionId") String sessionId, @PathVariable("step") String step,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		Conversation talk = talk(sessionId, htmx, locale);
		return form(talk, AnswerEdit.of(answered(talk, step), talk.sequence()), htmx, model);
	}

	@PostMapping
	String correct(@PathVariable("sessionId") String sessionId, @PathVariable("step") String step,
			@RequestParam(name = "answer", required = false) @Nullable String answer,
			@RequestParam(name = "sequence", defaultValue = "0") long sequence,
			@RequestParam(name = "key", required = false) @Nullable String key,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model,
			HttpServletResponse response) {
		AnswerEdit edit = new AnswerEdit(step, FormText.of(answer), sequence, FormKey.of(key), null, null);
		try {
			if (!revised(sessionId, edit, locale)) {
				Conversation now = talk(sessionId, htmx, locale);
				AnswerEdit again = AnswerEdit.of(step, edit.text(), now.sequence());
				return form(now, again.refused("coach.problem.changed", null), htmx, model);
			}
		}
		catch (ApiException refused) {
			if (!refused.error().equals(ErrorCode.INVALID_REQUEST.wireName())
					&& !refused.error().equals(ErrorCode.IDEMPOTENCY_KEY_REUSED.wireName())) {
				throw refused;
			}
			return form(talk(sessionId, htmx, locale), edit.refused(FormText.problem(edit.text()), refused.message()),
					htmx, model);
		}
		response.setHeader(ACCEPTED, sessionId + "." + step);
		if (htmx == null) {
			return "redirect:/coach/{sessionId}#answer-{step}";
		}
		Conversation talk = this.conversations.answered(sessionId, locale);
		model.addAttribute("corrected", true);
		return turn(talk, step, model);
	}

	/**
	 * Sends the correction. Where the session has moved on, but this answer has not
	 * changed, it is sent for the session as it is now.
	 * @return whether it was taken: false if the answer was changed elsewhere
	 */
	private boolean revised(String sessionId, AnswerEdit edit, Locale locale) {
		try {
			this.calls.revise(sessionId, edit);
			return true;
		}
		catch (ApiException refused) {
			if (refused.status() != HttpStatus.PRECONDITION_FAILED.value()) {
				throw refused;
			}
			SessionLog log = this.calls.log(sessionId);
			if (log.changedSince(edit.step(), edit.sequence())) {
				return false;
			}
			long sequence = this.conversations.answered(sessionId, locale).sequence();
			this.calls.revise(sessionId, edit.at(sequence));
			return true;
		}
	}

	private Conversation talk(String sessionId, @Nullable String htmx, Locale locale) {
		return (htmx != null) ? this.conversations.answered(sessionId, locale)
				: this.conversations.read(sessionId, locale);
	}

	private static Turn answered(Conversation talk, String step) {
		return talk.turn(step).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String turn(Conversation talk, String step, Model model) {
		ConversationModel.of(talk, model).with("turn", answered(talk, step)).with("swapped", true);
		return PART + "turn";
	}

	private static String form(Conversation talk, AnswerEdit edit, @Nullable String htmx, Model model) {
		ConversationModel shown = ConversationModel.of(talk, model)
			.edit(edit)
			.with("turn", answered(talk, edit.step()));
		if (htmx == null) {
			return shown.page();
		}
		shown.with("swapped", true);
		return PART + "form";
	}

}
