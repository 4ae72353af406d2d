package io.coachflow.console.coach;

import java.util.Map;

import io.coachflow.console.api.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.CompletionResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A session from a ready brief: five answers and the facts in one form.
 */
@Controller
@RequestMapping("/coach/brief")
class BriefController {

	private final CoachingCalls calls;

	BriefController(CoachingCalls calls) {
		this.calls = calls;
	}

	@GetMapping
	String form(Model model) {
		return form(BusinessForm.EMPTY, BriefForm.EMPTY, Map.of(), null, model);
	}

	/**
	 * Starts the session. Whoever sends the form twice gets the first session again.
	 */
	@PostMapping
	String make(BusinessForm facts, BriefForm brief, @RequestParam(name = "key", required = false) @Nullable String key,
			Model model) {
		Map<String, String> problems = brief.problems();
		if (!problems.isEmpty()) {
			return form(facts, brief, problems, null, model);
		}
		try {
			CompletionResponse made = this.calls.fromBrief(brief.request(facts.business()), FormKey.of(key));
			model.addAttribute("made", BriefResult.of(made));
			return "console/coach/brief-made";
		}
		catch (ApiException refused) {
			if (!refused.error().equals(ErrorCode.INVALID_REQUEST.wireName())
					&& !refused.error().equals(ErrorCode.IDEMPOTENCY_KEY_REUSED.wireName())) {
				throw refused;
			}
			return form(facts, brief, Map.of(), refused.message(), model);
		}
	}

	private static String form(BusinessForm facts, BriefForm brief, Map<String, String> problems,
			@Nullable String detail, Model model) {
		model.addAttribute("facts", facts);
		model.addAttribute("answers", brief.answers());
		model.addAttribute("steps", BriefForm.steps());
		model.addAttribute("problems", problems);
		model.addAttribute("detail", detail);
		model.addAttribute("key", FormKey.next());
		return "console/coach/brief";
	}

}
