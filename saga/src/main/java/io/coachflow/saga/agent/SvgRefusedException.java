package io.coachflow.saga.agent;

/**
 * A drawing is not allowed. The message says why, in words that its author can act on; it
 * may name an element or attribute of the drawing.
 */
public class SvgRefusedException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	SvgRefusedException(String message) {
		super(message);
	}

}
