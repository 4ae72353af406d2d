package io.coachflow.saga.agent.offline;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.SvgAllowlist;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogoShapesTests {

	private static final Palette PALETTE = new Palette("#111111", "#222222", "#ffffff", "#000000", 21);

	private static final Typography TYPOGRAPHY = new Typography("Lora", "Inter");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "Chez Awa | CA", "Cedar & Crumb | CC", "Le Fournil de Marie | FM", "Teranga | T", "of it | OI",
					"élan vital | ÉV", "42 pains | 4P", "&!? | &", "中文 | 中", "a\u0301b x | A\u0301X" })
	void initialsAreThoseOfTheFirstTellingWords(String name, String initials) {
		assertThat(LogoShapes.initials(name)).isEqualTo(initials);
	}

	@Property
	void everySignIsAnAllowedDrawing(@ForAll int seed) {
		for (String sign : new String[] { LogoShapes.monogram("A<", PALETTE, TYPOGRAPHY, seed),
				LogoShapes.turning(PALETTE, seed) }) {
			String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">" + sign + "</svg>";
			assertThat(SvgAllowlist.problem(SvgAllowlist.cleaned(svg))).isEmpty();
			assertThat(sign).doesNotContain("{", "}");
		}
	}

	@Property
	void aFigureHasThreeToEightArmsOfTwoColours(@ForAll int seed) {
		String sign = LogoShapes.turning(PALETTE, seed);
		int petals = LogoShapes.petals(seed);

		assertThat(petals).isBetween(3, 8);
		assertThat(sign.split("rotate\\(", -1)).hasSize(petals + 1);
		assertThat(sign.split("#222222", -1)).hasSize(1 + ((petals % 2 == 0) ? petals / 2 : 1));
		assertThat(sign).contains("#111111");
	}

	@Property
	void differentSeedsCanDifferAndTheSameCannot(@ForAll @IntRange(max = 1000) int seed) {
		assertThat(LogoShapes.turning(PALETTE, seed)).isEqualTo(LogoShapes.turning(PALETTE, seed))
			.isNotEqualTo(LogoShapes.turning(PALETTE, seed + 1));
	}

	@Test
	void twoInitialsAreSmallerThanOne() {
		assertThat(LogoShapes.monogram("A", PALETTE, TYPOGRAPHY, 1)).contains("font-size='50'", "'Lora'");
		assertThat(LogoShapes.monogram("AB", PALETTE, TYPOGRAPHY, 1)).contains("font-size='38'");
	}

	@Test
	void aDrawingGetsTheColoursOfThePalette() {
		assertThat(LogoShapes.coloured("{p} {a} {b} {x}", PALETTE)).isEqualTo("#111111 #222222 #ffffff {x}");
	}

}
