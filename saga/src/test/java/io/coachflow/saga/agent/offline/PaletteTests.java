package io.coachflow.saga.agent.offline;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.saga.agent.Contrast;
import io.coachflow.saga.agent.offline.Style.Family;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaletteTests {

	// Named colours of CSS
	@ParameterizedTest
	@CsvSource({ "0, 100, 50, #ff0000", "120, 100, 50, #00ff00", "240, 100, 50, #0000ff", "60, 100, 50, #ffff00",
			"0, 0, 100, #ffffff", "0, 0, 0, #000000", "0, 0, 50, #808080", "39, 100, 50, #ffa600",
			"360, 100, 50, #ff0000", "-120, 100, 50, #0000ff" })
	void hueSaturationAndLightnessAreThoseOfCss(int hue, int saturation, int lightness, String colour) {
		assertThat(Style.hex(hue, saturation, lightness)).isEqualTo(colour);
	}

	@Property
	void everyColourIsWrittenAsResultsWriteIt(@ForAll @IntRange(min = -1000, max = 1000) int hue,
			@ForAll @IntRange(max = 100) int saturation, @ForAll @IntRange(max = 100) int lightness) {
		assertThat(Contrast.isColour(Style.hex(hue, saturation, lightness))).isTrue();
	}

	@Property
	void everyPaletteCanBeReadAndSeen(@ForAll @IntRange(max = 359) int hue, @ForAll @IntRange(max = 100) int saturation,
			@ForAll @IntRange(max = 100) int lightness, @ForAll int seed) {
		Palette palette = new Family(hue, saturation, lightness, "f", "e").palette(seed);

		assertThat(palette.contrast()).isEqualTo(Contrast.between(palette.text(), palette.background()))
			.isGreaterThanOrEqualTo(Contrast.AA);
		assertThat(Contrast.between(palette.primary(), palette.background())).isGreaterThanOrEqualTo(3);
		assertThat(Contrast.between(palette.accent(), palette.background())).isGreaterThanOrEqualTo(3);
		assertThat(new Family(hue, saturation, lightness, "f", "e").palette(seed)).isEqualTo(palette);
	}

	@Property
	void aColourThatStandsOutIsLeftAsItIs(@ForAll @IntRange(max = 359) int hue, @ForAll @IntRange(max = 30) int dark) {
		assertThat(Style.readable(hue, 50, dark, "#ffffff", 3)).isEqualTo(Style.hex(hue, 50, dark));
	}

}
