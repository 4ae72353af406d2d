package io.coachflow.saga.agent.offline;

import java.util.Arrays;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.SvgAllowlist;
import io.coachflow.text.PlainText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogoDrawingTests {

	private static final Palette PALETTE = new Palette("#111111", "#222222", "#ffffff", "#000000", 21);

	private static final Typography TYPOGRAPHY = new Typography("Lora", "Inter");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "Chez Awa | CA", "Cedar & Crumb | CC", "Le Fournil de Marie | FM", "Teranga | T", "of it | OI",
					"élan vital | ÉV", "42 pains | 4P", "&!? | &", "中文 | 中", "a\u0301b x | A\u0301X" })
	void initialsAreThoseOfTheFirstTellingWords(String name, String initials) {
		assertThat(LogoDrawing.initials(name)).isEqualTo(initials);
	}

	@Property
	void everySignIsAnAllowedDrawing(@ForAll int seed) {
		for (String sign : new String[] { LogoDrawing.monogram("A<", PALETTE, TYPOGRAPHY, seed),
				LogoDrawing.turning(PALETTE, seed) }) {
			String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">" + sign + "</svg>";
			assertThat(SvgAllowlist.problem(SvgAllowlist.cleaned(svg))).isEmpty();
			assertThat(sign).doesNotContain("{", "}");
		}
	}

	@Property
	void aFigureHasThreeToEightArmsOfTwoColours(@ForAll int seed) {
		String sign = LogoDrawing.turning(PALETTE, seed);
		int petals = LogoDrawing.petals(seed);

		assertThat(petals).isBetween(3, 8);
		assertThat(sign.split("rotate\\(", -1)).hasSize(petals + 1);
		assertThat(sign.split("#222222", -1)).hasSize(1 + ((petals % 2 == 0) ? petals / 2 : 1));
		assertThat(sign).contains("#111111");
	}

	@Property
	void differentSeedsCanDifferAndTheSameCannot(@ForAll @IntRange(max = 1000) int seed) {
		assertThat(LogoDrawing.turning(PALETTE, seed)).isEqualTo(LogoDrawing.turning(PALETTE, seed))
			.isNotEqualTo(LogoDrawing.turning(PALETTE, seed + 1));
	}

	@Test
	void twoInitialsAreSmallerThanOne() {
		assertThat(LogoDrawing.monogram("A", PALETTE, TYPOGRAPHY, 1)).contains("font-size='50'", "'Lora'");
		assertThat(LogoDrawing.monogram("AB", PALETTE, TYPOGRAPHY, 1)).contains("font-size='38'");
	}

	@Test
	void aDrawingGetsTheColoursOfThePalette() {
		assertThat(LogoDrawing.coloured("{p} {a} {b} {x}", PALETTE)).isEqualTo("#111111 #222222 #ffffff {x}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Chez Awa", "A", "A & B <Ltd>", "🥖", "Un très long nom qui ne finit pas avant longtemps" })
	void aDrawingHasTheNameBesideItsSign(String name) {
		String svg = drawing(name, "Bon appétit");

		assertThat(SvgAllowlist.problem(svg)).isEmpty();
		assertThat(svg).contains("role=\"img\"", "<title>").doesNotContain("<Ltd>");
	}

	@Test
	void aLongNameIsWrittenSmaller() {
		assertThat(size(drawing("Awa", ""))).isEqualTo(44);
		assertThat(size(drawing("x".repeat(20), ""))).isBetween(11, 43);
	}

	@Property(tries = 200)
	void anyNameCanBeDrawn(@ForAll String name, @ForAll String line) {
		String readable = PlainText.of(name) + "x";

		assertThat(SvgAllowlist.problem(drawing(readable, PlainText.of(line)))).isEmpty();
	}

	private static int size(String svg) {
		return Arrays.stream(svg.split("font-size=\""))
			.skip(1)
			.findFirst()
			.map((it) -> it.split("\"")[0])
			.map(Integer::valueOf)
			.orElseThrow();
	}

	private static String drawing(String name, String line) {
		return LogoDrawing.of(name, line, "<circle cx='50' cy='50' r='48' fill='#111111'/>", PALETTE, TYPOGRAPHY);
	}

}
