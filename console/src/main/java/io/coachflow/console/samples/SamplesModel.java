package io.coachflow.console.samples;

import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Offers the samples on an empty page, with a key of their own for each page.
 */
@ControllerAdvice("io.coachflow.console.coach")
@Profile("!prod")
class SamplesModel {

	@ModelAttribute("samples")
	String samples() {
		return UUID.randomUUID().toString();
	}

}
