package io.coachflow.saga.agent;

/**
 * A drawing is not allowed. The message says why, so that its author can correct it; it
 * may name an element or attribute of the drawing.
 */
public class SvgRefusedException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	SvgRefusedException(String message) {
		super(message);
	}

}
