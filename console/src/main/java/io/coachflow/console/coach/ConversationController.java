package io.coachflow.console.coach;

import java.util.Locale;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.session.SessionStatus;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The conversation of a session. The forms work without a script: then each answer is the
 * whole page.
 */
@Controller
@RequestMapping("/coach/{sessionId}")
class ConversationController {

	/** The response header that names the browser's draft which is sent now. */
	private static final String ACCEPTED = "Coach-Accepted";

	private final CoachingCalls calls;

	private final Conversations conversations;

	ConversationController(CoachingCalls calls, Conversations conversations) {
		this.calls = calls;
		this.conversations = conversations;
	}

	@GetMapping
	String session(@PathVariable("sessionId") String sessionId, Locale locale, Model model) {
		return ConversationModel.of(this.conversations.read(sessionId, locale), model).page();
	}

	/** Goes on with an expired session, where it stood. */
	@PostMapping("/resume")
	String resume(@PathVariable("sessionId") String sessionId) {
		this.calls.resume(sessionId);
		return "redirect:/coach/{sessionId}";
	}

	@PostMapping("/answers")
	String answer(@PathVariable("sessionId") String sessionId, AnswerForm form,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model,
			HttpServletResponse response) {
		CoachingResponse reply;
		try {
			reply = this.calls.answer(sessionId, form);
		}
		catch (ApiException refused) {
			if (!leavesText(refused.error())) {
				throw refused;
			}
			return refused(sessionId, form, refused, htmx, locale, model);
		}
		if (reply.stepComplete() && form.step() != null) {
			response.setHeader(ACCEPTED, sessionId + "." + form.step());
		}
		if (reply.status() == SessionStatus.COMPLETED) {
			return toPackage(sessionId, htmx, response);
		}
		if (htmx == null) {
			return "redirect:/coach/{sessionId}#now-title";
		}
		return ConversationModel.of(this.conversations.after(reply, locale), model)
			.notice(Notice.told(reply.stepComplete() ? "coach.notice.accepted" : "coach.notice.asked",
					(form.step() != null) ? form.step() : ""))
			.part();
	}

	private static String toPackage(String sessionId, @Nullable String htmx, HttpServletResponse response) {
		if (htmx == null) {
			return "redirect:/coach/{sessionId}/package";
		}
		response.setHeader(Htmx.REDIRECT, "/coach/" + sessionId + "/package");
		return "console/coach/conversation :: leaving";
	}

	/**
	 * Puts an offered text into the answer box, for a browser without scripts.
	 */
	@PostMapping("/draft")
	String use(@PathVariable("sessionId") String sessionId, AnswerForm form, Locale locale, Model model) {
		return ConversationModel.of(this.conversations.read(sessionId, locale), model).box(form.box()).page();
	}

	/** Whether the error is one after which the user goes on with the same text. */
	private static boolean leavesText(String error) {
		return error.equals(ErrorCode.INVALID_STEP.wireName()) || error.equals(ErrorCode.INVALID_REQUEST.wireName())
				|| error.equals(ErrorCode.SESSION_EXPIRED.wireName())
				|| error.equals(ErrorCode.IDEMPOTENCY_KEY_REUSED.wireName());
	}

	/** The session as it is now, with the text that it did not take. */
	private String refused(String sessionId, AnswerForm form, ApiException refused, @Nullable String htmx,
			Locale locale, Model model) {
		Conversation talk = this.conversations.read(sessionId, locale);
		ConversationModel shown = ConversationModel.of(talk, model);
		String step = (form.step() != null) ? form.step() : "";
		if (refused.error().equals(ErrorCode.INVALID_REQUEST.wireName())) {
			shown.box(form.box().refused(FormText.problem(form.text()), refused.message()));
		}
		else if (talk.live() && talk.currentStep().equals(step)) {
			shown.box(form.box().refused(null, null)).notice(Notice.warning("coach.notice.again", step));
		}
		else {
			shown.unsent(form)
				.notice(Notice.warning(talk.expired() ? "coach.notice.expired" : "coach.notice.elsewhere", step));
		}
		return Htmx.view(htmx, shown.part(), shown.page());
	}

}
