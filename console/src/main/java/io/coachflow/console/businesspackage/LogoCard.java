package io.coachflow.console.businesspackage;

import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.enrichment.Logo;
import org.jspecify.annotations.Nullable;

/**
 * A logo concept as the page shows it.
 *
 * @param number from 1
 * @param leading whether documents and the draft of the site use this one
 * @param image the address of the drawing
 */
record LogoCard(int number, boolean leading, String image, String name, String rationale, List<Swatch> swatches,
		String headings, String body) {

	static List<LogoCard> of(String sessionId, Logo logo, @Nullable Integer generation, Figures figures) {
		List<LogoCard> cards = new ArrayList<>();
		for (Logo.Concept it : logo.concepts()) {
			int number = cards.size() + 1;
			cards.add(new LogoCard(number, number == 1, image(sessionId, number, generation), it.name(), it.rationale(),
					Swatch.of(it.palette(), figures), it.typography().headings(), it.typography().body()));
		}
		return List.copyOf(cards);
	}

	/** Another generation is another address, so that no browser shows a former one. */
	private static String image(String sessionId, int number, @Nullable Integer generation) {
		return "/coach/" + sessionId + "/package/logo/" + number + ".svg"
				+ ((generation != null) ? "?v=" + generation : "");
	}

}
