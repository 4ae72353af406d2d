package io.coachflow.llm;

import java.util.HexFormat;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Puts untrusted texts into a prompt as data: JSON between two tags. Angle brackets,
 * ampersands and invisible characters are escaped, so that no text can close the tag or
 * hide instructions.
 */
final class Fence {

	private static final JsonMapper JSON = new JsonMapper();

	private static final HexFormat HEX = HexFormat.of();

	private Fence() {
	}

	static String around(Map<String, ?> data) {
		String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(data);
		StringBuilder safe = new StringBuilder(json.length() + 32).append("<data>\n");
		for (int i = 0; i < json.length(); i++) {
			char character = json.charAt(i);
			// These occur inside JSON strings only, where the escape means the same
			// character
			if (character == '<' || character == '>' || character == '&' || isHidden(json, i)) {
				safe.append("\\u").append(HEX.toHexDigits(character));
			}
			else {
				safe.append(character);
			}
		}
		return safe.append("\n</data>").toString();
	}

	/** Separators and invisible characters, which can hide instructions. */
	private static boolean isHidden(String text, int index) {
		int codePoint = Character.isLowSurrogate(text.charAt(index)) && index > 0 ? text.codePointAt(index - 1)
				: text.codePointAt(index);
		return switch (Character.getType(codePoint)) {
			case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE,
					Character.SURROGATE, Character.UNASSIGNED ->
				true;
			case Character.CONTROL -> codePoint > 0x7e;
			default -> false;
		};
	}

}
