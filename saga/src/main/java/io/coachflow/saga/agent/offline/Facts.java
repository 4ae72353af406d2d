package io.coachflow.saga.agent.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.saga.agent.Place;
import io.coachflow.saga.agent.offline.Countries.Country;

/**
 * Fills texts of the knowledge files with facts: {@code {fact}} becomes the fact, and
 * {@code [what is around a {fact}]} goes away where the fact is not known. Facts are
 * never read as templates.
 */
record Facts(Map<String, String> known) {

	private static final int QUOTE = 140;

	private static final Pattern OPTION = Pattern.compile("\\[([^\\[\\]]*)]");

	private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

	static Facts of(BriefAnalysis story) {
		Map<String, String> facts = new HashMap<>();
		facts.put("name", story.name());
		facts.put("label", story.wording().small(story.label()));
		facts.put("Label", story.label());
		facts.put("trade", story.sectorTexts().trade());
		List<String> keywords = story.keywords();
		if (!keywords.isEmpty()) {
			facts.put("k1", keywords.getFirst());
			facts.put("K1", story.wording().capital(keywords.getFirst()));
		}
		if (keywords.size() > 1) {
			facts.put("k2", keywords.get(1));
		}
		Answers answers = story.answers();
		answers.quote(Field.AUDIENCE, QUOTE).ifPresent((quote) -> facts.put("audience", quote));
		answers.groups().stream().findFirst().ifPresent((group) -> facts.put("group", story.wording().quoted(group)));
		answers.quote(Field.DIFFERENCE, QUOTE).ifPresent((quote) -> facts.put("difference", quote));
		place(story, facts);
		return new Facts(facts);
	}

	private static void place(BriefAnalysis story, Map<String, String> facts) {
		Place place = story.place();
		Wording wording = story.wording();
		Optional<Country> country = story.knowledge().countries().of(place);
		String language = wording.locale().getLanguage();
		facts.put("office", country.flatMap((known) -> Optional.ofNullable(known.office().get(language)))
			.orElse(story.phrases().office()));
		String chamber = country.flatMap((known) -> Optional.ofNullable(known.chamber().get(language)))
			.orElse(story.phrases().chamber());
		facts.put("chamber", chamber);
		if (place.city() != null) {
			facts.put("city", place.city());
			facts.put("in", wording.inCity(place.city()));
			facts.put("of_city", wording.ofCity(place.city()));
			facts.put("chamber", chamber + " " + wording.ofCity(place.city()));
		}
		else if (place.country() != null) {
			Optional<String> in = wording.french() ? country.map(Country::in)
					: Optional.of(wording.inCountry(wording.capital(place.country())));
			in.ifPresent((where) -> facts.put("in", where));
		}
	}

	/** These facts and more. */
	Facts with(Map<String, String> more) {
		Map<String, String> facts = new HashMap<>(this.known);
		facts.putAll(more);
		return new Facts(facts);
	}

	/** The text with its facts; empty where it needs one that is not known. */
	Optional<String> in(String template) {
		String chosen = OPTION.matcher(template)
			.replaceAll((option) -> Matcher.quoteReplacement(knowsAll(option.group(1)) ? option.group(1) : ""));
		return knowsAll(chosen)
				? Optional.of(FACT.matcher(chosen)
					.replaceAll((fact) -> Matcher.quoteReplacement(this.known.getOrDefault(fact.group(1), ""))))
				: Optional.empty();
	}

	private boolean knowsAll(String text) {
		return FACT.matcher(text).results().allMatch((fact) -> this.known.containsKey(fact.group(1)));
	}

}
