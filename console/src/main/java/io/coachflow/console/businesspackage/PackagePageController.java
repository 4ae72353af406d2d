package io.coachflow.console.businesspackage;

import java.util.Locale;

import io.coachflow.console.api.ApiException;
import io.coachflow.console.live.LiveRelay;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Shows a package, whole and in parts, and follows it while agents work.
 */
@Controller
@RequestMapping(PackagePageController.PATH)
class PackagePageController {

	/** The address of a session's package. */
	static final String PATH = "/coach/{sessionId:[0-9a-f-]{36}}/package";

	static final String PAGE = "console/package/page";

	/** The part of the page that changes. */
	static final String BODY = "console/package/body :: body";

	private final PackageCalls calls;

	private final LiveRelay relay;

	private final PackageNews news;

	PackagePageController(PackageCalls calls, LiveRelay relay, PackageNews news) {
		this.calls = calls;
		this.relay = relay;
		this.news = news;
	}

	@GetMapping
	String page(@PathVariable String sessionId, Locale locale, Model model) {
		try {
			model.addAttribute("pack", read(sessionId, locale));
			return PAGE;
		}
		catch (ApiException ex) {
			// The conversation is where the remaining steps are answered
			if (ex.status() == HttpStatus.NOT_FOUND.value() && ex.error().equals(ErrorCode.NOT_FOUND.wireName())) {
				return "redirect:/coach/" + sessionId;
			}
			throw ex;
		}
	}

	@GetMapping("/body")
	String body(@PathVariable String sessionId, Locale locale, Model model) {
		model.addAttribute("pack", read(sessionId, locale));
		return BODY;
	}

	@GetMapping("/parts/{agent}")
	String part(@PathVariable String sessionId, @PathVariable String agent, Locale locale, Model model) {
		String part = Agent.of(agent)
			.map(Agent::id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		// The other four may still be at work, although the view says otherwise for a
		// moment
		model.addAttribute("pack", read(sessionId, locale).following());
		return "console/package/parts :: " + part;
	}

	@GetMapping("/live")
	SseEmitter live(@PathVariable String sessionId,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			@RequestParam(required = false) @Nullable String after, Locale locale) {
		return this.relay.relay("/api/v1/coaching/session/" + sessionId + "/package/stream",
				sequence(lastEventId, after), (event) -> this.news.forPage(sessionId, event, locale));
	}

	private PackagePage read(String sessionId, Locale locale) {
		return PackagePage.of(this.calls.read(sessionId), locale);
	}

	/** The browser's own memory is newer than the page. */
	static @Nullable String sequence(@Nullable String lastEventId, @Nullable String after) {
		String last = (lastEventId != null && !lastEventId.isBlank()) ? lastEventId : after;
		return (last != null && last.matches("\\d{1,18}")) ? last : null;
	}

}
