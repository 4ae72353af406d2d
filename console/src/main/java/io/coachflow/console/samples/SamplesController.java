package io.coachflow.console.samples;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

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
	String make() {
		this.sessions.make();
		return "redirect:/coach";
	}

}
