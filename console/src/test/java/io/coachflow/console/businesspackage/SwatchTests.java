package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.Logo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SwatchTests {

	private static final Figures FIGURES = new Figures(Locale.ENGLISH);

	@Test
	void contrastGoesFromOneToTwentyOne() {
		assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21, within(0.001));
		assertThat(Colour.WHITE.contrast(Colour.BLACK)).isEqualTo(21, within(0.001));
		assertThat(Colour.WHITE.contrast(Colour.WHITE)).isEqualTo(1, within(0.001));
	}

	@Test
	void aColourIsReadableInBlackOrWhite() {
		assertThat(new Colour("#0f4c5c").readable()).isEqualTo(Colour.WHITE);
		assertThat(new Colour("#ffd54f").readable()).isEqualTo(Colour.BLACK);
	}

	@Test
	void eachColourTellsWhatItIsGoodForOnTheBackground() {
		List<Swatch> swatches = Swatch.of(new Logo.Palette("#767676", "#949494", "#ffffff", "#1b1b1b", 17.22), FIGURES);

		assertThat(swatches).extracting(Swatch::role).containsExactly("primary", "accent", "text", "background");
		assertThat(swatches).extracting(Swatch::level).containsExactly("aa", "large", "aaa", "");
		assertThat(swatches).extracting(Swatch::ratio).containsExactly("4.5", "3", "17.2", "");
		assertThat(swatches).extracting(Swatch::fill).containsExactly("#767676", "#949494", "#1b1b1b", "#ffffff");
	}

	@Test
	void whatIsNoColourIsWrittenButNotDrawn() {
		Swatch swatch = Swatch.of(new Logo.Palette("url(x)", "#fff", "#ffffff", "#1b1b1b", 17), FIGURES).getFirst();

		assertThat(swatch.code()).isEqualTo("url(x)");
		assertThat(swatch.fill()).isNull();
		assertThat(swatch.level()).isEmpty();
	}

}
