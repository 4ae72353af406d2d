package io.coachflow.console.coach;

import java.util.Locale;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Help for who is stuck: questions, drafts, and the own text put better. The text in the
 * box stays.
 */
@Controller
@RequestMapping("/coach/{sessionId}")
class HelpController {

	private static final String PART = "console/coach/offers :: ";

	private final CoachingCalls calls;

	private final Conversations conversations;

	HelpController(CoachingCalls calls, Conversations conversations) {
		this.calls = calls;
		this.conversations = conversations;
	}

	@PostMapping("/help")
	String help(@PathVariable("sessionId") String sessionId, AnswerForm form,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		return offer("help", this.calls.help(sessionId, form), sessionId, form, htmx, locale, model);
	}

	@PostMapping("/proposals")
	String proposals(@PathVariable("sessionId") String sessionId, AnswerForm form,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		return offer("proposals", this.calls.proposals(sessionId, form), sessionId, form, htmx, locale, model);
	}

	@PostMapping("/reformulate")
	String reformulate(@PathVariable("sessionId") String sessionId, AnswerForm form,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		String problem = FormText.problem(form.text());
		if (problem != null) {
			return offer("problem", problem, sessionId, form, htmx, locale, model);
		}
		try {
			return offer("reformulation", this.calls.reformulate(sessionId, form), sessionId, form, htmx, locale,
					model);
		}
		catch (ApiException refused) {
			if (!refused.error().equals(ErrorCode.INVALID_REQUEST.wireName())) {
				throw refused;
			}
			return offer("detail", refused.message(), sessionId, form, htmx, locale, model);
		}
	}

	private String offer(String name, Object offer, String sessionId, AnswerForm form, @Nullable String htmx,
			Locale locale, Model model) {
		if (htmx == null) {
			return ConversationModel.of(this.conversations.read(sessionId, locale), model)
				.box(form.box())
				.with(name, offer)
				.page();
		}
		model.addAttribute(name, offer);
		model.addAttribute("sessionId", sessionId);
		model.addAttribute("swapped", true);
		return PART + "offers";
	}

}
