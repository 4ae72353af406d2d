package io.coachflow.console.operations;

import io.coachflow.console.web.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The operators' page, and its parts, which the page asks for again and again.
 */
@Controller
@RequestMapping("/operations")
class OperationsController {

	/** What the parts of the page listen to. */
	private static final String CHANGED = "operations-changed";

	private final OperationsApi api;

	OperationsController(OperationsApi api) {
		this.api = api;
	}

	@GetMapping
	String page(@RequestParam(required = false) @Nullable String letters, Model model) {
		projections(model);
		letters(letters, model);
		meters(model);
		health(model);
		actions(model);
		return "console/operations/page";
	}

	@GetMapping("/projections")
	String projections(Model model) {
		model.addAttribute("projections", this.api.projections());
		return "console/operations/projections :: projections";
	}

	@GetMapping("/letters")
	String letters(@RequestParam(required = false) @Nullable String letters, Model model) {
		String page = StringUtils.hasText(letters) ? letters : null;
		model.addAttribute("letters", this.api.letters(page));
		model.addAttribute("lettersPage", page);
		return "console/operations/letters :: letters";
	}

	@GetMapping("/meters")
	String meters(Model model) {
		model.addAttribute("meters", this.api.meters());
		return "console/operations/meters :: meters";
	}

	@GetMapping("/health")
	String health(Model model) {
		model.addAttribute("health", this.api.health());
		return "console/operations/health :: health";
	}

	@GetMapping("/actions")
	String actions(Model model) {
		model.addAttribute("actions", this.api.actions());
		return "console/operations/actions :: actions";
	}

	/**
	 * The second question before an action; without an action it takes the question away.
	 */
	@GetMapping("/question")
	String question(@RequestParam(required = false) @Nullable Question action,
			@RequestParam(defaultValue = "") String target, @RequestParam(required = false) @Nullable String letters,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Model model) {
		if (action == null) {
			return (htmx != null) ? "console/operations/question :: none" : "redirect:/operations";
		}
		model.addAttribute("asked", this.api.ask(action, target, letters));
		return (htmx != null) ? "console/operations/question :: question" : "console/operations/question";
	}

	@PostMapping("/actions")
	String act(@RequestParam Question action, @RequestParam String target,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, HttpServletResponse response,
			Model model) {
		Outcome outcome = this.api.act(action, target);
		if (htmx == null) {
			return "redirect:/operations";
		}
		response.setHeader("HX-Trigger", CHANGED);
		model.addAttribute("outcome", outcome);
		return "console/operations/question :: done";
	}

}
