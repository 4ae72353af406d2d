package io.coachflow.console.coach;

import java.util.Arrays;
import java.util.List;

import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.rest.SessionPage;
import io.coachflow.contracts.session.SessionStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of the user's sessions: finds, starts and deletes them.
 */
@Controller
class SessionsController {

	private static final String PAGE = "console/coach/sessions";

	/** What a session can be found by. */
	private static final List<SessionStatus> STATUSES = Arrays.asList(SessionStatus.values());

	private final CoachingCalls calls;

	SessionsController(CoachingCalls calls) {
		this.calls = calls;
	}

	/**
	 * Shows the list.
	 * @param cursor of the next page; null for the first
	 * @param deleted a session that was just deleted, which the list may still have
	 */
	@GetMapping("/coach")
	String sessions(@RequestParam(name = "status", required = false) @Nullable String status,
			@RequestParam(name = "q", required = false) @Nullable String name,
			@RequestParam(name = "cursor", required = false) @Nullable String cursor,
			@RequestParam(name = "deleted", required = false) @Nullable String deleted,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Model model) {
		String wanted = FormText.given(status);
		String part = FormText.given(name);
		SessionPage page = this.calls.sessions(wanted, part, FormText.given(cursor));
		model.addAttribute("cards",
				page.sessions()
					.stream()
					.filter((session) -> !session.sessionId().equals(deleted))
					.map(SessionCard::of)
					.toList());
		model.addAttribute("next", page.nextCursor());
		model.addAttribute("status", wanted);
		model.addAttribute("q", part);
		model.addAttribute("filtered", wanted != null || part != null);
		model.addAttribute("deleted", deleted);
		model.addAttribute("statuses", STATUSES.stream().map(SessionChoice::of).toList());
		model.addAttribute("key", FormKey.next());
		return (htmx != null && cursor != null) ? PAGE + " :: cards" : PAGE;
	}

	/**
	 * A status to choose.
	 *
	 * @param id its name in the API
	 * @param key the key of its text
	 */
	record SessionChoice(String id, String key) {

		static SessionChoice of(SessionStatus status) {
			String key = SessionCard.statusKey(status);
			return new SessionChoice(key.substring(key.lastIndexOf('.') + 1), key);
		}

	}

	@PostMapping("/coach")
	String start(BusinessForm form, @RequestParam(name = "key", required = false) @Nullable String key) {
		CoachingResponse started = this.calls.start(form.start(), FormKey.of(key));
		return "redirect:/coach/" + started.sessionId();
	}

	@GetMapping("/coach/{sessionId}/delete")
	String confirmDeletion(@PathVariable("sessionId") String sessionId, Model model) {
		model.addAttribute("card", SessionCard.of(this.calls.session(sessionId)));
		return "console/coach/delete";
	}

	@PostMapping("/coach/{sessionId}/delete")
	String delete(@PathVariable("sessionId") String sessionId) {
		this.calls.delete(sessionId);
		return "redirect:/coach?deleted={sessionId}";
	}

}
