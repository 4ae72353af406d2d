package io.coachflow.saga.agent.offline;

import java.util.Locale;
import java.util.Set;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.saga.agent.SvgAllowlist;
import io.coachflow.text.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class StyleTests {

	private final Style style = Style.load();

	static Set<String> sectors() {
		return Sectors.load().keys();
	}

	@ParameterizedTest
	@MethodSource("sectors")
	void everySectorHasThreeLooksAtLeast(String sector) {
		assertThat(this.style.of(sector).colours()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
		assertThat(this.style.of(sector).typefaces()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
		assertThat(this.style.symbolsOf(sector)).isNotEmpty().doesNotHaveDuplicates();
	}

	@Test
	void everySymbolIsAnAllowedDrawingInThePalettesColours() {
		Palette palette = new Palette("#111111", "#222222", "#ffffff", "#000000", 21);
		this.style.symbols().forEach((id, symbol) -> {
			String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">"
					+ LogoDrawing.coloured(symbol.drawing(), palette) + "</svg>";
			assertThat(SvgAllowlist.problem(SvgAllowlist.cleaned(svg))).as(id).isEmpty();
			assertThat(svg).as(id).contains("#111111").doesNotContain("{", "}");
		});
	}

	@Test
	void everyNameIsInBothLanguages() {
		this.style.symbols().values().forEach((symbol) -> {
			assertThat(symbol.name(new Wording(Locale.FRENCH))).isEqualTo(symbol.fr()).isNotBlank();
			assertThat(symbol.name(new Wording(Locale.ENGLISH))).isEqualTo(symbol.en()).isNotBlank();
		});
	}

	@Test
	void anUnknownSectorIsNamed() {
		assertThatNullPointerException().isThrownBy(() -> this.style.of("undertaking")).withMessage("undertaking");
	}

}
