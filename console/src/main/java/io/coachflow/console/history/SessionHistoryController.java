package io.coachflow.console.history;

import io.coachflow.console.web.Htmx;
import io.coachflow.contracts.rest.AccessPage;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows the history of a session: its timeline, the session at any point, its chain and
 * who read it.
 */
@Controller
class SessionHistoryController {

	private static final String PAGE = "console/history/session";

	private static final int READS = 5;

	private final HistoryCalls calls;

	SessionHistoryController(HistoryCalls calls) {
		this.calls = calls;
	}

	/**
	 * Shows the page.
	 * @param sequence to which event the session is rewound; null for the last
	 */
	@GetMapping("/history/{sessionId}")
	String session(@PathVariable("sessionId") String sessionId,
			@RequestParam(name = "sequence", required = false) @Nullable Long sequence,
			@RequestParam(name = "from", defaultValue = "0") int from, Model model) {
		// The chain first: it knows of sessions of which the log has lost every event
		ChainView chain = ChainView.of(this.calls.verify(sessionId));
		History history = this.calls.findHistory(sessionId).orElse(null);
		model.addAttribute("sessionId", sessionId);
		model.addAttribute("chain", chain);
		AccessPage reads = this.calls.reads(sessionId, null, READS, null);
		model.addAttribute("reads", ReadRow.of(reads));
		if (history != null) {
			model.addAttribute("timeline", Timeline.of(history.events(), from, Timeline.BESIDE_OTHERS));
			model.addAttribute("from", from);
			model.addAttribute("last", history.last());
			model.addAttribute("rewound", rewound(sessionId, sequence, history));
			model.addAttribute("owner", history.event(0, false).map(LogEvent::user).orElse(null));
			model.addAttribute("name", history.state().path("business_name").asString(""));
		}
		return PAGE;
	}

	private Rewound rewound(String sessionId, @Nullable Long sequence, History history) {
		long wanted = (sequence != null) ? Math.clamp(sequence, 0, history.last()) : history.last();
		History then = (wanted == history.last()) ? history : this.calls.history(sessionId, wanted);
		return Rewound.of(sessionId, wanted, then, this.calls.changes(sessionId, wanted));
	}

	/** Rewinds the session, for the part of the page that shows it. */
	@GetMapping("/history/{sessionId}/at")
	String at(@PathVariable("sessionId") String sessionId,
			@RequestParam(name = "sequence", required = false) @Nullable Long sequence,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, HttpServletResponse response,
			Model model) {
		long wanted = Math.max(0, (sequence != null) ? sequence : 0);
		if (htmx == null) {
			return "redirect:" + address(sessionId, wanted) + "#then";
		}
		Rewound rewound = Rewound.of(sessionId, wanted, this.calls.history(sessionId, wanted),
				this.calls.changes(sessionId, wanted));
		response.setHeader(Htmx.REPLACE_URL, address(sessionId, wanted));
		model.addAttribute("rewound", rewound);
		return "console/history/rewound :: answer";
	}

	private static String address(String sessionId, long sequence) {
		return Address.ofSession(sessionId).with("sequence", Long.toString(sequence)).toString();
	}

	/** Goes on with the timeline. */
	@GetMapping("/history/{sessionId}/events")
	String events(@PathVariable("sessionId") String sessionId,
			@RequestParam(name = "from", defaultValue = "0") int from, Model model) {
		model.addAttribute("sessionId", sessionId);
		model.addAttribute("timeline", Timeline.of(this.calls.history(sessionId).events(), from, Timeline.ALONE));
		model.addAttribute("continued", true);
		return "console/history/timeline :: entries";
	}

	/** Shows one event in full. */
	@GetMapping("/history/{sessionId}/event")
	String event(@PathVariable("sessionId") String sessionId, @RequestParam("sequence") long sequence,
			@RequestParam(name = "package", defaultValue = "false") boolean ofPackage, Model model) {
		LogEvent event = this.calls.history(sessionId)
			.event(sequence, ofPackage)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("sessionId", sessionId);
		model.addAttribute("entry", Entries.of(event));
		model.addAttribute("data", StoredData.of(event));
		return "console/history/event";
	}

	/** Verifies the chain anew. */
	@GetMapping("/history/{sessionId}/chain")
	String chain(@PathVariable("sessionId") String sessionId,
			@RequestHeader(name = Htmx.REQUEST, required = false) @Nullable String htmx, Model model) {
		if (htmx == null) {
			return "redirect:/history/{sessionId}";
		}
		model.addAttribute("sessionId", sessionId);
		model.addAttribute("chain", ChainView.of(this.calls.verify(sessionId)));
		model.addAttribute("again", true);
		return "console/history/chain :: chain";
	}

	@GetMapping("/history/{sessionId}/export")
	void export(@PathVariable("sessionId") String sessionId, @RequestParam("format") String name,
			HttpServletResponse response) {
		ExportFormat format = ExportFormat.of(name)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		Download file = (to) -> this.calls.export(sessionId, format, to);
		file.send(format.fileName(sessionId), response);
	}

}
