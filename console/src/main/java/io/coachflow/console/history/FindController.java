package io.coachflow.console.history;

import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.rest.FoundSessions;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds sessions, and verifies and exports the whole log.
 */
@Controller
class FindController {

	private final HistoryCalls calls;

	FindController(HistoryCalls calls) {
		this.calls = calls;
	}

	@GetMapping("/history")
	String find(@ModelAttribute("form") SearchForm form,
			@RequestParam(name = "cursor", required = false) @Nullable String cursor,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Model model) {
		String after = (cursor == null || cursor.isBlank()) ? null : cursor;
		FoundSessions found = this.calls.find(form, after);
		String next = found.nextCursor();
		model.addAttribute("sessions", FoundRow.of(found));
		model.addAttribute("more", (next != null) ? form.address(next) : null);
		model.addAttribute("first", after == null);
		model.addAttribute("statuses", Terms.statuses());
		model.addAttribute("steps", Terms.steps());
		return (htmx != null && after != null) ? "console/history/find :: rows" : "console/history/find";
	}

	/**
	 * Verifies the whole log. It changes nothing, but takes long enough to ask for it.
	 */
	@PostMapping("/history/verify")
	String verify(@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Model model) {
		model.addAttribute("log", LogView.of(this.calls.verifyLog()));
		return (htmx != null) ? "console/history/verified :: result" : "console/history/verified";
	}

	@GetMapping("/history/export")
	void export(HttpServletResponse response) {
		Download log = this.calls::exportLog;
		log.send("coachflow-log.jsonl", response);
	}

}
