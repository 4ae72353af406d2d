package io.coachflow.query.packagedocument;

import java.util.List;

import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrandTests {

	@ParameterizedTest
	@CsvSource({ "#0f4c5c, #ffffff", "#ffd60a, #000000", "#777777, #000000", "#ffffff, #000000", "#000000, #ffffff",
			"#6d6d6d, #ffffff" })
	void whatStandsOnThePrimaryColourCanBeRead(String primary, String expected) {
		assertThat(brand(primary, "Lora").onPrimary()).isEqualTo(expected);
	}

	@Test
	void onlyColoursAndTypefacesReachAStyleSheet() {
		Brand brand = brand("red;} body { display: none", "x\"; } * { color: red");

		assertThat(brand.primary()).isEqualTo("#1f3a5f");
		assertThat(brand.headings()).isEqualTo("system-ui");
		assertThat(brand.body()).isEqualTo("Inter");
		assertThat(brand.accent()).isEqualTo("#e36414");
	}

	@Test
	void withoutALogoItIsNeutral() {
		assertThat(Brand.of(PackageResponse.expected("s1")).primary()).isEqualTo("#1f3a5f");
	}

	private static Brand brand(String primary, String headings) {
		return Brand.of(
				Packages.with(Packages.kept("complete-en"), "logo",
						new Logo(List.of(new Logo.Concept("x", "x",
								new Logo.Palette(primary, "#e36414", "#ffffff", "#1b1b1b", 17),
								new Logo.Typography(headings, "Inter"), Packages.SVG)))));
	}

}
