package io.coachflow.command.partner;

import java.util.List;

import io.coachflow.command.guidance.ScriptedCoach;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import io.coachflow.contracts.text.LongTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A text that is put better")
class ReformulationTests {

	private static final Partner PARTNER = new Partner(new ScriptedCoach());

	private static final Business BUSINESS = new Business("Teranga Table", "restaurant", "Dakar", "Senegal");

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"basically we   cook 300 lunches a day in dakar , etc|We cook 300 lunches a day in Dakar.",
			"we cook 300 lunches a day; our guests come back every week|We cook 300 lunches a day. Our guests come back every week.",
			"we bake bread at night and also we deliver it by bike|We bake bread at night. We deliver it by bike.",
			"En fait, nous cuisinons 1 500 repas par mois et puis nous livrons|Nous cuisinons 1 500 repas par mois. Nous livrons.",
			"du coup on livre à Thiès et ainsi de suite, chaque midi|On livre à Thiès chaque midi.",
			"at teranga table we serve lunch from 11.30 a.m. to 3 p.m. each day|At Teranga Table we serve lunch from 11.30 a.m. to 3 p.m. each day.",
			"WE COOK 300 LUNCHES A DAY IN DAKAR FOR OFFICE WORKERS|We cook 300 lunches a day in Dakar for office workers.",
			"we sell bread; rice; juice to offices|We sell bread; rice; juice to offices." })
	void isCleanAndSaysTheSame(String typed, String put) {
		assertThat(put(typed)).isEqualTo(put);
	}

	@Test
	void keepsItsLines() {
		assertThat(put("we cook lunches in dakar\n\n- we deliver them by bike\n*\n"))
			.isEqualTo("We cook lunches in Dakar.\nWe deliver them by bike.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "we cook, etc", "", "basically basically basic", "              short               " })
	void staysAsItIsIfItIsShort(String typed) {
		HelpGiven help = help(typed, "en");

		assertThat(help.offers().getFirst().text()).isEqualTo(typed);
		assertThat(help.better()).isFalse();
	}

	/** Both are filler words in French. */
	@Test
	void staysAsItIsIfANameWouldBeLost() {
		String typed = "we cook with Euh and Bah, two sisters from the harbour";

		assertThat(put(typed)).isEqualTo(typed);
		assertThat(help(typed, "en").better()).isFalse();
	}

	@Test
	void isBetterIfItScoresHigher() {
		assertThat(help("somehow we cook 300 lunches a day in dakar and stuff like that", "en").better()).isTrue();
		assertThat(help("We cook 300 lunches a day for the offices of Dakar.", "en").better()).isFalse();
	}

	@Test
	void isToldWhatItLacks() {
		assertThat(help("we are a very nice place that people like to visit", "en").questions())
			.contains("Add a figure: for how many people, how often, or how fast you do it.",
					"Name the place where you do it, or the people with whom you do it.")
			.hasSizeLessThanOrEqualTo(3);
		assertThat(help("nous sommes un endroit agréable que les gens aiment", "fr").questions())
			.anyMatch((lacking) -> lacking.startsWith("Ajoutez un chiffre"));
		assertThat(help("Every day we cook 300 lunches for the office workers of Dakar and Thiès, because honest food "
				+ "gives strength and nobody should have to skip a meal at work for lack of time.", "en")
			.questions()).isEmpty();
	}

	@Test
	void takesTheTimeOfItsLength() {
		LongTexts.assertTakeTheirTime((text) -> help(text, "en"));
	}

	private static String put(String typed) {
		return help(typed, "en").offers().getFirst().text();
	}

	private static HelpGiven help(String typed, String language) {
		return PARTNER.help(
				Founder.asking(Step.MISSION, HelpKind.REFORMULATION, language, BUSINESS, typed, 0, List.of()), null,
				null);
	}

}
