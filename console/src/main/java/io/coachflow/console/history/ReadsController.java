package io.coachflow.console.history;

import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.rest.AccessPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows who read which histories.
 */
@Controller
class ReadsController {

	private static final int READS = 25;

	private final HistoryCalls calls;

	ReadsController(HistoryCalls calls) {
		this.calls = calls;
	}

	@GetMapping("/history/reads")
	String reads(@RequestParam(name = "session", required = false) @Nullable String session,
			@RequestParam(name = "reader", required = false) @Nullable String reader,
			@RequestParam(name = "cursor", required = false) @Nullable String cursor,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Model model) {
		String of = given(session);
		String by = given(reader);
		String after = given(cursor);
		AccessPage page = this.calls.reads(of, by, READS, after);
		model.addAttribute("reads", ReadRow.of(page));
		String next = page.nextCursor();
		model.addAttribute("more", (next == null) ? null
				: new Address("/history/reads").with("session", of).with("reader", by).with("cursor", next).toString());
		model.addAttribute("ofSession", of);
		model.addAttribute("reader", by);
		return (htmx != null && after != null) ? "console/history/reads :: rows" : "console/history/reads";
	}

	private static @Nullable String given(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
