package io.coachflow.command.partner;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.command.partner.PartnerTexts.SectorWords;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of texts with what the user told. What was not told stays a
 * blank in square brackets.
 */
final class Slots {

	private static final Pattern SLOT = Pattern.compile("\\{(\\w++)}");

	private final Map<String, String> values = new HashMap<>();

	/**
	 * Reads what is known.
	 * @param sector the key of the business's sector
	 */
	Slots(PartnerTexts texts, HelpContext context, String sector) {
		Business business = context.business();
		SectorWords words = texts.sector(sector);
		String name = fact(business.name());
		String city = fact(business.city());
		this.values.put("ours", Objects.requireNonNullElse(name, texts.ours()));
		this.values.put("Ours", Objects.requireNonNullElse(name, capital(texts.ours())));
		this.values.put("yours", Objects.requireNonNullElse(name, texts.yours()));
		this.values.put("here", (city != null) ? texts.in().replace("{city}", city) : texts.here());
		this.values.put("there", (city != null) ? texts.in().replace("{city}", city) : texts.there());
		this.values.put("products", words.products());
		this.values.put("customers", words.customers());
		this.values.put("work", words.work());
		this.values.put("place", words.place());
		for (Step step : Step.values()) {
			String answer = context.answers().get(step);
			this.values.put(step.id(),
					((answer != null) ? Excerpt.of(answer, context.language()) : Optional.<String>empty())
						.map((excerpt) -> texts.quote().replace("{text}", excerpt))
						.orElseGet(() -> texts.blank().replace("{step}", step.id())));
		}
	}

	/** The text with its placeholders filled, in one pass: a value may look like one. */
	String fill(String text) {
		return SLOT.matcher(text)
			.replaceAll((slot) -> Matcher.quoteReplacement(this.values.getOrDefault(slot.group(1), slot.group())));
	}

	private static @Nullable String fact(@Nullable String told) {
		String line = (told != null) ? Excerpt.line(told) : "";
		return line.isEmpty() ? null : line;
	}

	private static String capital(String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

}
