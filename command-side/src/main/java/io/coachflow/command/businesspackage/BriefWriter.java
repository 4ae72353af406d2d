package io.coachflow.command.businesspackage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.command.guidance.SectorInference;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Confidence;
import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the brief of a completed session. Missing fields are inferred from the answers
 * and listed as inferred; nothing is invented. The same session always has the same
 * brief.
 */
@Component
class BriefWriter {

	/** Five answers, the name, the sector and the location. */
	private static final int FIELDS = 8;

	private final SectorInference sectors;

	private final Map<String, BriefTexts> texts = Map.of("en", BriefTexts.load("en"), "fr", BriefTexts.load("fr"));

	private final NameInference names = new NameInference(List.of(texts("en"), texts("fr")));

	BriefWriter(SectorInference sectors) {
		this.sectors = sectors;
	}

	Brief write(CompletedSession session) {
		Business business = session.business();
		Map<Step, String> answers = session.answers();
		List<String> inferred = new ArrayList<>();
		String location = location(business);
		String sector = fact(business.sector());
		String phrase = capitalised(sector);
		if (sector == null) {
			sector = this.sectors.of(answers.values());
			phrase = texts(session.language()).sectors().get(sector);
			inferred.add("sector");
		}
		String name = fact(business.name());
		if (name == null) {
			String described = joined(phrase, location);
			name = this.names.in(answers.values()).orElse(described);
			inferred.addFirst("business_name");
		}
		int given = FIELDS - inferred.size() - ((location != null) ? 0 : 1);
		return new Brief(session.language(), name, answer(answers, Step.VISION), answer(answers, Step.MISSION),
				answer(answers, Step.CLIENTELE), answer(answers, Step.DIFFERENTIATION), answer(answers, Step.OFFRE),
				sector, location, rounded((double) given / FIELDS), Confidence.mean(session.confidence().values()),
				inferred);
	}

	private BriefTexts texts(String language) {
		return Objects.requireNonNull(this.texts.get(language), language);
	}

	private static String answer(Map<Step, String> answers, Step step) {
		return Objects.requireNonNull(answers.get(step), "A completed session has all five answers");
	}

	private static @Nullable String location(Business business) {
		String joined = joined(fact(business.city()), fact(business.country()));
		return joined.isEmpty() ? null : joined;
	}

	private static String joined(@Nullable String first, @Nullable String second) {
		return Stream.of(first, second).filter(Objects::nonNull).collect(Collectors.joining(", "));
	}

	private static @Nullable String fact(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	private static @Nullable String capitalised(@Nullable String text) {
		if (text == null) {
			return null;
		}
		int rest = text.offsetByCodePoints(0, 1);
		return Character.toString(Character.toTitleCase(text.codePointAt(0))) + text.substring(rest);
	}

	private static double rounded(double value) {
		return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
	}

}
