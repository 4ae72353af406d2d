package io.coachflow.command.partner;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.command.guidance.ScriptedCoach;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Step;
import io.coachflow.text.Sectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("Who is stuck")
class PartnerTests {

	private static final Partner PARTNER = new Partner(new ScriptedCoach());

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	private static final int ROUNDS = 12;

	static Stream<Arguments> everyCase() {
		return Stream.of("en", "fr")
			.flatMap((language) -> Sectors.load()
				.keys()
				.stream()
				.flatMap((sector) -> Arrays.stream(Step.values()).map((step) -> arguments(language, sector, step))));
	}

	@ParameterizedTest(name = "{0}/{1}/{2}")
	@MethodSource("everyCase")
	void isAskedThreeQuestionsAndNeverTheSameTwiceInARow(String language, String sector, Step step) {
		Business business = new Business("Teranga Table", sector, "Dakar", null);
		for (String asked : new String[] { null, "I do not know when, quand, why, pourquoi" }) {
			List<String> before = List.of();
			for (int times = 0; times < ROUNDS; times++) {
				HelpGiven help = PARTNER.help(
						Founder.asking(step, HelpKind.QUESTIONS, language, business, asked, times, before), null, null);

				assertThat(help.questions()).hasSize(3).doesNotHaveDuplicates().isNotEqualTo(before);
				assertThat(help.message()).isNotBlank();
				assertThat(help.offers()).hasSize(3).extracting(Offer::id).containsExactly("4-1", "4-2", "4-3");
				assertThat(texts(help)).doesNotHaveDuplicates().allSatisfy(PartnerTests::isFilled);
				assertThat(help.questions()).allSatisfy(PartnerTests::isFilled);
				before = help.questions();
			}
		}
	}

	@ParameterizedTest(name = "{0}/{1}/{2}")
	@MethodSource("everyCase")
	void isProposedThreeDraftsWithoutAFigureThatNobodyTold(String language, String sector, Step step) {
		HelpContext context = Founder.at(step, HelpKind.PROPOSALS, language, sector);
		Set<String> told = Stream.concat(context.answers().values().stream(), Stream.of("Teranga Table"))
			.flatMap((text) -> digits(text).stream())
			.collect(Collectors.toSet());

		HelpGiven help = PARTNER.help(context, null, Instant.EPOCH);

		assertThat(help.offers()).hasSize(3).allSatisfy((offer) -> {
			assertThat(offer.title()).startsWith(language.equals("fr") ? "Proposition" : "Proposal");
			assertThat(offer.why()).isNotBlank();
			assertThat(offer.text()).as("a blank for what only the user knows").contains("[", "]");
			assertThat(told.containsAll(digits(offer.text()))).as(offer.text()).isTrue();
			isFilled(offer.text());
		});
		assertThat(texts(help)).doesNotHaveDuplicates();
		assertThat(help.source()).isEqualTo("scripted");
		assertThat(help.expiresAt()).isEqualTo(Instant.EPOCH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void readsHisOwnWordsInTheDraftsOfLaterSteps(String language) {
		Map<Step, String> quoted = Map.of(Step.MISSION, "3 restaurants in Dakar and Thiès", Step.CLIENTELE,
				"300 lunches", Step.DIFFERENTIATION, "3,000 francs", Step.OFFRE, "12 local farmers");
		quoted.forEach((step,
				words) -> assertThat(
						texts(PARTNER.help(Founder.at(step, HelpKind.PROPOSALS, language, "restaurant"), null, null)))
					.as("%s", step)
					.anyMatch((text) -> text.contains(words)));
	}

	@Test
	void isProposedOtherDraftsTheNextTime() {
		Business business = new Business("Teranga Table", "restaurant", "Dakar", null);
		HelpContext first = Founder.asking(Step.VISION, HelpKind.PROPOSALS, "en", business, null, 0, List.of());
		HelpContext second = Founder.asking(Step.VISION, HelpKind.PROPOSALS, "en", business, null, 1, List.of());

		assertThat(texts(PARTNER.help(second, null, null))).isNotEqualTo(texts(PARTNER.help(first, null, null)));
		assertThat(PARTNER.help(first, null, null)).isEqualTo(PARTNER.help(first, null, null));
	}

	@Test
	void findsHisHintInTheFirstDraft() {
		HelpContext context = Founder.saying(Founder.at(Step.VISION, HelpKind.PROPOSALS, "en", "restaurant"),
				"We want to stay *small*.");

		assertThat(texts(PARTNER.help(context, null, null)).getFirst())
			.endsWith("What matters most to us: We want to stay small.");
	}

	@Test
	void isAskedFirstWhatHisQuestionIsAbout() {
		HelpContext context = Founder.at(Step.OFFRE, HelpKind.QUESTIONS, "en", "restaurant");
		HelpContext unsure = Founder.saying(context, "How should people PAY, and order?");

		assertThat(PARTNER.help(unsure, null, null).questions())
			.contains("How do people in Dakar prefer to pay, and when?");
		assertThat(PARTNER.help(context, null, null).questions())
			.doesNotContain("How do people in Dakar prefer to pay, and when?");
	}

	@Test
	void needNotNameHisSectorIfHisAnswersDo() {
		Business unknown = Business.UNKNOWN;
		HelpContext context = Founder.asking(Step.MISSION, HelpKind.PROPOSALS, "en", unknown, null, 0, List.of());

		assertThat(texts(PARTNER.help(context, null, null))).anyMatch((text) -> text.contains("cook and serve"))
			.anyMatch((text) -> text.contains("[town]"))
			.anyMatch((text) -> text.contains("our business"));
	}

	@Test
	void mayHaveANameThatLooksLikeAPlaceholder() {
		Business odd = new Business("{city} $1 \\", "restaurant", "{ours}", null);
		HelpContext context = Founder.asking(Step.VISION, HelpKind.PROPOSALS, "en", odd, null, 0, List.of());

		assertThat(texts(PARTNER.help(context, null, null)).getFirst()).contains("{city} $1 \\", "in {ours}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void mayClickAnOpeningOfEachStep(String language) {
		for (Step step : Step.values()) {
			List<Offer> openings = PARTNER.openings(step, language);

			assertThat(openings).extracting(Offer::id)
				.containsExactly(step.id() + "-1", step.id() + "-2", step.id() + "-3");
			assertThat(openings).allSatisfy((opening) -> {
				isFilled(opening.text());
				assertThat(PARTNER.keptOfOpening(opening.id(), opening.text() + " and go on")).hasValue(1);
			});
		}
		assertThat(PARTNER.openings(null, language)).isEmpty();
		for (String unknown : List.of("vision-4", "vision", "", "price-1", "vision-1-1")) {
			assertThat(PARTNER.keptOfOpening(unknown, "In five years")).isEmpty();
		}
	}

	private static void isFilled(String text) {
		assertThat(text).isNotBlank().doesNotContain("{", "}");
	}

	private static List<String> texts(HelpGiven help) {
		return help.offers().stream().map(Offer::text).toList();
	}

	private static Set<String> digits(String text) {
		return new HashSet<>(DIGITS.matcher(text).results().map((digits) -> digits.group()).toList());
	}

}
