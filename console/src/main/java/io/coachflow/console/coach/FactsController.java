package io.coachflow.console.coach;

import java.util.Locale;
import java.util.Map;

import io.coachflow.console.web.Htmx;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows what is known of the business, and changes it in its place.
 */
@Controller
@RequestMapping("/coach/{sessionId}/facts")
class FactsController {

	private static final String PART = "console/coach/facts :: ";

	private final CoachingCalls calls;

	private final Conversations conversations;

	FactsController(CoachingCalls calls, Conversations conversations) {
		this.calls = calls;
		this.conversations = conversations;
	}

	@GetMapping
	String show(@PathVariable("sessionId") String sessionId,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		if (htmx == null) {
			return "redirect:/coach/{sessionId}";
		}
		ConversationModel.of(this.conversations.answered(sessionId, locale), model).with("factsSwapped", true);
		return PART + "facts";
	}

	@GetMapping("/edit")
	String edit(@PathVariable("sessionId") String sessionId,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		Conversation talk = (htmx != null) ? this.conversations.answered(sessionId, locale)
				: this.conversations.read(sessionId, locale);
		ConversationModel shown = ConversationModel.of(talk, model).describing(BusinessForm.of(talk.business()));
		if (htmx == null) {
			return shown.page();
		}
		shown.with("swapped", true);
		return PART + "form";
	}

	/**
	 * Records what changed, and shows what the coach says to it: its examples follow the
	 * sector.
	 */
	@PostMapping
	String describe(@PathVariable("sessionId") String sessionId, BusinessForm told, ShownFacts shown,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Locale locale, Model model) {
		Map<String, @Nullable String> changes = told.changes(shown.form());
		if (!changes.isEmpty()) {
			this.calls.describe(sessionId, changes);
		}
		if (htmx == null) {
			return "redirect:/coach/{sessionId}";
		}
		ConversationModel.of(this.conversations.read(sessionId, locale), model)
			.with("factsSwapped", true)
			.with("described", true);
		return PART + "described";
	}

	/**
	 * The facts that the form showed.
	 */
	record ShownFacts(@Nullable String shownName, @Nullable String shownSector, @Nullable String shownCity,
			@Nullable String shownCountry) {

		BusinessForm form() {
			return new BusinessForm(this.shownName, this.shownSector, this.shownCity, this.shownCountry);
		}

	}

}
