package io.coachflow.saga.agent.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.saga.agent.Place;
import io.coachflow.saga.agent.offline.Countries.Country;

/**
 * The facts that a text can name. A fact that is not known is absent.
 */
final class Facts {

	private static final int QUOTE = 140;

	private Facts() {
	}

	static Map<String, String> of(BriefAnalysis story) {
		Map<String, String> facts = new HashMap<>();
		facts.put("name", story.name());
		facts.put("label", story.wording().small(story.label()));
		facts.put("Label", story.label());
		facts.put("trade", story.sectorTexts().trade());
		List<String> keywords = story.keywords();
		for (int i = 0; i < keywords.size(); i++) {
			facts.put("k" + (i + 1), keywords.get(i));
			facts.put("K" + (i + 1), story.wording().capital(keywords.get(i)));
		}
		story.quote(Field.AUDIENCE, QUOTE).ifPresent((quote) -> facts.put("audience", quote));
		Groups.of(story).stream().findFirst().ifPresent((group) -> facts.put("group", story.wording().quoted(group)));
		story.quote(Field.DIFFERENCE, QUOTE).ifPresent((quote) -> facts.put("difference", quote));
		story.quote(Field.OFFER, QUOTE).ifPresent((quote) -> facts.put("offer", quote));
		place(story, facts);
		return facts;
	}

	private static void place(BriefAnalysis story, Map<String, String> facts) {
		Place place = story.place();
		Wording wording = story.wording();
		Optional<Country> country = story.knowledge().countries().of(place);
		String language = wording.locale().getLanguage();
		if (place.city() != null) {
			facts.put("city", place.city());
			facts.put("in", wording.inCity(place.city()));
			facts.put("of_city", wording.ofCity(place.city()));
		}
		else if (place.country() != null) {
			inCountry(place.country(), country, wording).ifPresent((in) -> facts.put("in", in));
		}
		facts.put("office",
				country.map((known) -> known.office().getOrDefault(language, ""))
					.filter((office) -> !office.isEmpty())
					.orElse(story.phrases().office()));
		String chamber = country.map((known) -> known.chamber().getOrDefault(language, ""))
			.filter((known) -> !known.isEmpty())
			.orElse(story.phrases().chamber());
		facts.put("chamber", (place.city() != null) ? chamber + " " + wording.ofCity(place.city()) : chamber);
	}

	private static Optional<String> inCountry(String name, Optional<Country> country, Wording wording) {
		return wording.french() ? country.map(Country::in) : Optional.of(wording.inCountry(wording.capital(name)));
	}

}
