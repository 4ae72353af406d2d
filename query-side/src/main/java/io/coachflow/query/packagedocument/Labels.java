package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The document's fixed texts in one language, from {@code package-document/} on the class
 * path, and the language's formats of numbers and dates.
 */
final class Labels {

	private static final int PRICE_DIGITS = 4;

	private final Locale locale;

	private final Map<String, String> texts;

	private Labels(Locale locale, Map<String, String> texts) {
		this.locale = locale;
		this.texts = texts;
	}

	/**
	 * Reads the texts of a language.
	 * @throws IllegalStateException if there are none
	 */
	static Labels load(String language) {
		String name = "/package-document/" + language + ".yaml";
		try (InputStream in = Labels.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("The file " + name + " is missing on the class path");
			}
			return new Labels(Locale.of(language), new YAMLMapper().readValue(in, new TypeReference<>() {
			}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The language, such as {@code fr}. */
	String language() {
		return this.locale.getLanguage();
	}

	Map<String, String> all() {
		return this.texts;
	}

	/**
	 * A text with the arguments in its places {@code {0}}, {@code {1}} and so on.
	 * @throws IllegalStateException if there is no such text
	 */
	String text(String key, Object... arguments) {
		String text = this.texts.get(key);
		if (text == null) {
			throw new IllegalStateException(
					"The text " + key + " is missing in package-document/" + this.locale + ".yaml");
		}
		for (int i = 0; i < arguments.length; i++) {
			text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
		}
		return text;
	}

	/**
	 * The language's name of a value from a list; the value itself if it has none.
	 */
	String name(String group, String value) {
		return this.texts.getOrDefault(group + "." + value, value);
	}

	String percent(double share) {
		return NumberFormat.getPercentInstance(this.locale).format(share);
	}

	String number(Number number) {
		return NumberFormat.getInstance(this.locale).format(number);
	}

	String price(BigDecimal dollars) {
		NumberFormat format = NumberFormat.getInstance(this.locale);
		format.setMinimumFractionDigits(2);
		format.setMaximumFractionDigits(PRICE_DIGITS);
		return format.format(dollars);
	}

	String date(Instant time) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(this.locale)
			.format(time.atOffset(ZoneOffset.UTC));
	}

}
