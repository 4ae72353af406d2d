package io.coachflow.saga.agent.offline;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTests {

	private final Facts facts = new Facts(Map.of("name", "Chez Awa", "city", "Dakar"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "Welcome | Welcome", "{name} in {city} | Chez Awa in Dakar",
					"{name}[ in {city}] | Chez Awa in Dakar", "{name}[ since {year}] | Chez Awa",
					"[{year}: ]{name}[, {city}] | Chez Awa, Dakar", "[no fact at all] | no fact at all",
					"{ name } | { name }" })
	void factsGoInAndOptionsWithoutTheirFactGoAway(String text, String filled) {
		assertThat(this.facts.in(text)).contains(filled);
	}

	@Test
	void aFactThatIsMissingLeavesNoText() {
		assertThat(this.facts.in("{name} since {year}")).isEmpty();
	}

	@Property
	void aFactIsNeverReadAsATemplate(@ForAll String fact) {
		assertThat(new Facts(Map.of("fact", fact, "name", "x")).in("<{fact}>")).contains("<" + fact + ">");
		assertThat(new Facts(Map.of("fact", "[{name}] $1 " + fact, "name", "x")).in("[{fact}]"))
			.contains("[{name}] $1 " + fact);
	}

}
