package io.coachflow.console.businesspackage;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes numbers and times as the reader's language does.
 */
final class Figures {

	private static final int PRICE_DIGITS = 4;

	private static final double MILLIS_PER_SECOND = 1000.0;

	private final Locale locale;

	Figures(Locale locale) {
		this.locale = locale;
	}

	/**
	 * A moment, for a program and for people.
	 *
	 * @param iso as ISO 8601 has it
	 * @param shown in the reader's language, of UTC
	 */
	record Moment(String iso, String shown) {
	}

	@Nullable Moment moment(@Nullable Instant time) {
		return (time != null) ? new Moment(time.toString(),
				DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
					.withLocale(this.locale)
					.withZone(ZoneOffset.UTC)
					.format(time))
				: null;
	}

	String number(Number number) {
		return NumberFormat.getInstance(this.locale).format(number);
	}

	String percent(double share) {
		return NumberFormat.getPercentInstance(this.locale).format(share);
	}

	String seconds(long millis) {
		NumberFormat format = NumberFormat.getInstance(this.locale);
		format.setMaximumFractionDigits((millis < MILLIS_PER_SECOND) ? 3 : 1);
		return format.format(millis / MILLIS_PER_SECOND);
	}

	String price(BigDecimal dollars) {
		NumberFormat format = NumberFormat.getInstance(this.locale);
		format.setMinimumFractionDigits(2);
		format.setMaximumFractionDigits(PRICE_DIGITS);
		return format.format(dollars);
	}

}
