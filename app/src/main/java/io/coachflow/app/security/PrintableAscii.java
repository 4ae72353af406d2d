package io.coachflow.app.security;

/**
 * The characters of nearly every header.
 */
public final class PrintableAscii {

	private PrintableAscii() {
	}

	/** Whether the text has no other characters than those from space to tilde. */
	public static boolean alone(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

}
