package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.enrichment.Agent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Asks agents for another version, with a wish or without.
 */
@Controller
@RequestMapping(PackagePageController.PATH)
class NewVersionController {

	private final PackageCalls calls;

	NewVersionController(PackageCalls calls) {
		this.calls = calls;
	}

	@PostMapping("/regenerate")
	String several(@PathVariable String sessionId, @RequestParam(defaultValue = "") List<String> agents,
			@RequestParam(defaultValue = "") String wish, @RequestParam(required = false) @Nullable Long sequence,
			@RequestHeader(name = Htmx.REQUEST, defaultValue = "false") boolean fragment, Locale locale, Model model) {
		List<String> known = agents.stream().filter((it) -> Agent.of(it).isPresent()).distinct().toList();
		Outcome outcome = known.isEmpty() ? Outcome.NONE_CHOSEN : ask(sessionId, known, text(wish), sequence);
		PackagePage page = PackagePage.of(this.calls.read(sessionId), locale);
		if (outcome == Outcome.ASKED) {
			page = page.following();
		}
		else {
			model.addAttribute("wish", wish);
			model.addAttribute("chosen", known);
		}
		return shown(page, outcome, fragment, model);
	}

	@PostMapping("/agents/{agent}/regenerate")
	String one(@PathVariable String sessionId, @PathVariable String agent,
			@RequestHeader(name = Htmx.REQUEST, defaultValue = "false") boolean fragment, Locale locale, Model model) {
		Agent wanted = Agent.of(agent).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.calls.regenerate(sessionId, wanted.id());
		return shown(PackagePage.of(this.calls.read(sessionId), locale).following(), Outcome.ASKED, fragment, model);
	}

	private Outcome ask(String sessionId, List<String> agents, @Nullable String wish, @Nullable Long sequence) {
		try {
			return this.calls.regenerate(sessionId, agents, wish, sequence) ? Outcome.ASKED : Outcome.NONE_CHOSEN;
		}
		catch (ApiException ex) {
			if (ex.status() == HttpStatus.PRECONDITION_FAILED.value()) {
				return Outcome.CHANGED;
			}
			throw ex;
		}
	}

	/**
	 * Without a script the page is loaded anew, so that going back asks nothing again.
	 */
	private static String shown(PackagePage page, Outcome outcome, boolean fragment, Model model) {
		if (!fragment && outcome == Outcome.ASKED) {
			return "redirect:" + page.path();
		}
		model.addAttribute("pack", page);
		model.addAttribute("notice", "package.notice." + AgentCard.wireName(outcome));
		return fragment ? PackagePageController.BODY : PackagePageController.PAGE;
	}

	/** A browser ends lines with two characters, of which people count one. */
	static @Nullable String text(String wish) {
		String text = wish.replace("\r\n", "\n").strip();
		return text.isEmpty() ? null : text;
	}

	/** What came of a request. */
	private enum Outcome {

		ASKED, NONE_CHOSEN, CHANGED

	}

}
