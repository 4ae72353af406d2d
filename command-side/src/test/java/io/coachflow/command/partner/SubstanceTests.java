package io.coachflow.command.partner;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.session.Business;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubstanceTests {

	private static final Business BUSINESS = new Business("Teranga Table", null, "Dakar", null);

	@Test
	void figuresAreKnownInEveryWriting() {
		assertThat(Substance.figures("1,500 francs, 1\u202F500 and 1 500; 3.5 in 2031. 7"))
			.isEqualTo(Map.of("1,500", 1, "1500", 2, "3.5", 1, "2031", 1, "7", 1));
	}

	@Test
	void namesAreWordsWithACapitalWithinASentenceAndFacts() {
		assertThat(Substance.of("Bread by Aïssatou and I. Cakes for teranga table", BUSINESS).names().keySet())
			.containsExactlyInAnyOrder("aissatou", "teranga", "table");
		assertThat(Substance.of("WE BAKE BREAD IN DAKAR", BUSINESS).names().keySet()).containsExactly("dakar");
	}

	@Test
	void nothingMayBeLostAndNoFigureAdded() {
		Substance substance = Substance.of("We bake 300 loaves with Awa and Awa", BUSINESS);

		assertThat(substance.isKeptBy("With Awa we bake 300 loaves. Awa sells them.")).isTrue();
		assertThat(substance.isKeptBy("With Awa we bake 300 loaves.")).isFalse();
		assertThat(substance.isKeptBy("With Awa and Awa we bake loaves.")).isFalse();
		assertThat(substance.isKeptBy("With Awa and Awa we bake 300 loaves in 2 towns.")).isFalse();
		assertThat(substance.isKeptBy("With Awa and Awa we bake 3000 loaves.")).isFalse();
	}

	@Test
	void aFigureIsInventedIfNobodyToldIt() {
		assertThat(Substance.inventsNoFigure("300 loaves", List.of("We bake 300 a day"))).isTrue();
		assertThat(Substance.inventsNoFigure("no figure", List.of())).isTrue();
		assertThat(Substance.inventsNoFigure("30 loaves", List.of("We bake 300 a day"))).isFalse();
	}

}
