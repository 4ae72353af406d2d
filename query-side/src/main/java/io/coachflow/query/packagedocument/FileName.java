package io.coachflow.query.packagedocument;

import java.text.Normalizer;
import java.util.Locale;

import io.coachflow.contracts.rest.PackageResponse;

/**
 * The name of a file that any system takes: lower-case ASCII letters, digits and dashes.
 */
public final class FileName {

	private static final String FALLBACK = "business-package";

	private static final int LONGEST = 60;

	private FileName() {
	}

	/**
	 * The business's name as the name of a file, such as {@code cafe-de-dakar.pdf};
	 * {@code business-package.pdf} if nothing is left of it.
	 */
	public static String of(PackageResponse response, String ending) {
		String ascii = plain(Results.name(response, ""));
		return (ascii.isEmpty() ? FALLBACK : ascii) + "." + ending;
	}

	private static String plain(String name) {
		String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replace("œ", "oe")
			.replace("æ", "ae")
			.replace("ß", "ss")
			.replaceAll("\\p{M}+", "");
		String dashed = letters.replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
		return dashed.substring(0, Math.min(dashed.length(), LONGEST)).replaceAll("^-+|-+$", "");
	}

}
