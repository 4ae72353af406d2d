package io.coachflow.saga.agent;

import io.coachflow.text.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaTypesTests {

	private final SchemaTypes types = SchemaTypes.load();

	@ParameterizedTest
	@CsvSource({ "restaurant, a bakery in town, Bakery", "restaurant, Boulangerie du port, Bakery",
			"restaurant, we cook, FoodEstablishment", "fashion-and-beauty, Prêt-à-porter, ClothingStore",
			"fashion-and-beauty, hair and beauty, HairSalon", "undertaking, graves, LocalBusiness",
			"crafts, wood, LocalBusiness", "crafts, bijoux, JewelryStore" })
	void theFirstTypeWithAFittingWordIsTheOne(String sector, String words, String type) {
		assertThat(this.types.of(sector, words, true)).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "retail, OnlineStore", "restaurant, Organization", "education, EducationalOrganization" })
	void whatHasNoAddressIsNoLocalBusiness(String sector, String type) {
		assertThat(this.types.of(sector, "bakery", false)).isEqualTo(type);
	}

	@Test
	void everySectorHasTypesTheLastOfWhichFitsAll() {
		assertThat(this.types.sectors().keySet()).isEqualTo(Sectors.load().keys());
		assertThat(this.types.sectors().values())
			.allSatisfy((sector) -> assertThat(sector.schema().getLast().words()).isEmpty());
	}

}
