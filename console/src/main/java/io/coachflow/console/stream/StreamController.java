package io.coachflow.console.stream;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.coachflow.console.live.Fragments;
import io.coachflow.console.live.LiveEvent;
import io.coachflow.console.live.LiveRelay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

@Controller
class StreamController {

	private final LiveRelay relay;

	private final Fragments fragments;

	private final JsonMapper mapper;

	private final Clock clock;

	StreamController(LiveRelay relay, Fragments fragments, JsonMapper mapper, Clock clock) {
		this.relay = relay;
		this.fragments = fragments;
		this.mapper = mapper;
		this.clock = clock;
	}

	@GetMapping("/stream")
	String stream(@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable List<String> types,
			@RequestParam(required = false) @Nullable String session, @RequestParam(defaultValue = "now") String start,
			Model model) {
		boolean resumes = after != null && !after.isBlank();
		boolean fromNow = !resumes && !"beginning".equals(start);
		// The page keeps the moment, so that a reconnect before the first event misses
		// none
		Instant since = fromNow ? this.clock.instant().truncatedTo(ChronoUnit.SECONDS) : null;
		StreamQuery query = StreamQuery.of(after, types, session, since);
		String origin = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
		model.addAttribute("query", query)
			.addAttribute("after", after)
			.addAttribute("ofSession", session)
			.addAttribute("sessions", query.types().isEmpty() || query.types().contains(StreamQuery.SESSIONS))
			.addAttribute("packages", query.types().isEmpty() || query.types().contains(StreamQuery.PACKAGES))
			.addAttribute("fromNow", fromNow)
			.addAttribute("live", query.livePath())
			.addAttribute("follow", query.followCommand(origin))
			.addAttribute("poll", query.pollCommand(origin));
		return "console/stream/stream";
	}

	@GetMapping("/stream/live")
	SseEmitter live(@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable List<String> types,
			@RequestParam(required = false) @Nullable String session,
			@RequestParam(required = false) @Nullable Instant since,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, Locale locale) {
		StreamQuery query = StreamQuery.of(after, types, session, since);
		return this.relay.relay(query.apiPath(), lastEventId, (event) -> shown(event, query, locale));
	}

	private @Nullable LiveEvent shown(LiveEvent event, StreamQuery query, Locale locale) {
		EventView view = EventView.of(event.data(), this.mapper);
		if (query.since() != null && view.before(query.since())) {
			return null;
		}
		return new LiveEvent(event.id(), "shown",
				this.fragments.render("console/stream/event", "event", view.model(), locale));
	}

}
