package io.coachflow.console.samples;

import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Fills an empty local run.
 */
@Controller
@Profile("!prod")
class SamplesController {

	private final SampleSessions sessions;

	SamplesController(SampleSessions sampleSessions) {
		this.sessions = sampleSessions;
	}

	@PostMapping("/samples")
	String make(@RequestParam UUID key) {
		this.sessions.make(key.toString());
		return "redirect:/coach";
	}

}
