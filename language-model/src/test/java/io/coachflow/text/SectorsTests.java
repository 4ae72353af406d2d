package io.coachflow.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SectorsTests {

	private final Sectors sectors = Sectors.load();

	@Test
	void areNine() {
		assertThat(this.sectors.keys()).containsExactly("agriculture", "crafts", "education", "fashion-and-beauty",
				Sectors.GENERAL, "restaurant", "retail", "services", "technology");
	}

	@ParameterizedTest
	@CsvSource({ "restaurant, restaurant", "Fashion and Beauty, fashion-and-beauty", "fintech, technology",
			"école, education", "farm, agriculture", "ébénisterie, crafts", "nettoyage, services", "épicerie, retail",
			"école d'informatique, education", "École d’informatique, education" })
	void areKnownByTheirNamesAndAliases(String words, String sector) {
		assertThat(this.sectors.of(words)).isEqualTo(sector);
	}

	@ParameterizedTest
	@CsvSource({ "online shop for software, retail", "a shop with software, technology", "pottery shop, crafts",
			"food processing, agriculture", "hair salon and shop, fashion-and-beauty" })
	void goByTheLongestAlias(String words, String sector) {
		assertThat(this.sectors.of(words)).isEqualTo(sector);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "?!", "undertaker", "modem", "shopping", "farmland", "中文", "\0" })
	void areGeneralWhereNothingFits(String words) {
		assertThat(this.sectors.of(words)).isEqualTo(Sectors.GENERAL);
	}

	@Test
	void shareNoAlias() {
		Map<String, String> owners = new HashMap<>();
		new YAMLMapper().readValue(getClass().getResourceAsStream("/text/sectors.yaml"),
				new TypeReference<Map<String, List<String>>>() {
				})
			.forEach((sector, aliases) -> aliases.forEach((alias) -> {
				assertThat(owners.merge(Folding.words(alias), sector, (first, _) -> first)).as(alias).isEqualTo(sector);
				assertThat(this.sectors.of(alias)).as(alias).isEqualTo(sector);
			}));
		assertThat(owners).hasSizeGreaterThan(150);
	}

	@Test
	void tellTheirAliasesInPlainLetters() {
		assertThat(this.sectors.aliases()).containsEntry("patisserie", "restaurant")
			.containsEntry("fashion and beauty", "fashion-and-beauty")
			.allSatisfy((alias, sector) -> {
				assertThat(alias).matches("[a-z]+(?: [a-z]+)*");
				assertThat(this.sectors.keys()).contains(sector);
			});
	}

}
