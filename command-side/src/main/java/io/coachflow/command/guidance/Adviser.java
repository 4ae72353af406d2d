package io.coachflow.command.guidance;

import java.util.Optional;

import io.coachflow.contracts.session.Advice;

/**
 * Thinks about an answer before the session decides on it.
 */
public interface Adviser {

	/**
	 * Advises, or does not: late, broken or unsure it says nothing, and never throws.
	 */
	Optional<Advice> advise(Situation situation);

}
