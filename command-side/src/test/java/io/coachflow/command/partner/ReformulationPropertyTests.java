package io.coachflow.command.partner;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.coachflow.command.guidance.ScriptedCoach;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.HelpKind;
import io.coachflow.contracts.session.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is typed, nothing that can be checked is lost.
 */
@Label("A text that is put better")
class ReformulationPropertyTests {

	private static final Partner PARTNER = new Partner(new ScriptedCoach());

	private static final Business BUSINESS = new Business("Chez Awa", "restaurant", "Dakar", null);

	private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

	@Property(tries = 2000)
	void keepsEveryFigureInItsOrder(@ForAll("texts") String typed) {
		assertThat(digits(put(typed))).isEqualTo(digits(typed));
	}

	@Property(tries = 2000)
	void keepsEveryName(@ForAll("texts") String typed) {
		String put = put(typed);
		for (String name : List.of("dakar", "awa", "thiès", "diop")) {
			assertThat(times(name, put)).as(name).isEqualTo(times(name, typed));
		}
	}

	@Property(tries = 1000)
	void isTheSameEachTime(@ForAll("texts") String typed) {
		HelpGiven help = help(typed);

		assertThat(help).isEqualTo(help(typed));
		assertThat(help.offers()).hasSize(1);
		assertThat(help.questions()).hasSizeLessThanOrEqualTo(3);
	}

	@Property(tries = 1000)
	void isAnAnswerWhateverWasTyped(@ForAll String typed) {
		assertThat(digits(put(typed))).isEqualTo(digits(typed));
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> pieces = Arbitraries.of("we", "cook", "WE COOK", "lunches", "for", "nous", "livrons", "on",
				"basically", "Basically,", "du coup", "en fait,", "etc", "etc.", "and so on", "and also we",
				"et puis nous", "voilà,", "bon,", "so", "Dakar", "dakar", "Awa", "chez awa", "Thiès", "Diop", "3",
				"1,500", "12.5", "1\u00A0500", "2 000", "300,", "2031.", "2031;", ";", ",", ".", "!", "\n", "- ", "-",
				"a.m.", "«", "»");
		return pieces.list().ofMinSize(4).ofMaxSize(30).map((list) -> String.join(" ", list));
	}

	private static List<String> digits(String text) {
		return DIGITS.matcher(text).results().map((digits) -> digits.group()).toList();
	}

	private static long times(String name, String text) {
		return Pattern.compile("(?<!\\p{L})" + name + "(?!\\p{L})")
			.matcher(text.toLowerCase(Locale.ROOT))
			.results()
			.count();
	}

	private static String put(String typed) {
		return help(typed).offers().getFirst().text();
	}

	private static HelpGiven help(String typed) {
		return PARTNER.help(Founder.asking(Step.MISSION, HelpKind.REFORMULATION, "en", BUSINESS, typed, 0, List.of()),
				null, null);
	}

}
