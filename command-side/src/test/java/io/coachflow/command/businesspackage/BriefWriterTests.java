package io.coachflow.command.businesspackage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.command.guidance.SectorInferences;
import io.coachflow.contracts.session.CompletedSession;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.session.Business;
import io.coachflow.contracts.session.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BriefWriterTests {

	static final BriefWriter WRITER = new BriefWriter(SectorInferences.SCRIPTED);

	private static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	@Test
	void everythingThatWasGivenStandsInTheBriefAsGiven() {
		Brief brief = write("fr", new Business(" Chez Aïssatou ", "Street food", "Dakar", "Sénégal"), Map.of());

		assertThat(brief).isEqualTo(new Brief("fr", "Chez Aïssatou", "About vision", "About mission", "About clientele",
				"About differentiation", "About offre", "Street food", "Dakar, Sénégal", 1, 0.62, List.of()));
	}

	@Test
	void whatIsNotKnownIsMarkedAndNotMadeUp() {
		Brief brief = write("en", Business.UNKNOWN, Map.of());

		assertThat(brief.businessName()).isEqualTo("New business");
		assertThat(brief.sector()).isEqualTo("general");
		assertThat(brief.location()).isNull();
		assertThat(brief.completeness()).isEqualTo(0.63);
		assertThat(brief.inferred()).containsExactly("business_name", "sector");
	}

	@Test
	void aNamelessBusinessIsCalledWhatItIsAndWhereItIs() {
		assertThat(write("fr", new Business(null, null, "Lyon", null),
				Map.of(Step.VISION,
						"Une école de logiciel : former 200 développeurs, avec une deuxième école à Nantes."))
			.businessName()).isEqualTo("Entreprise de formation, Lyon");
		assertThat(write("en", new Business(null, "éclairs on wheels", null, "France"), Map.of()).businessName())
			.isEqualTo("Éclairs on wheels, France");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			restaurant         | We cook street food at lunch; our restaurant serves forty people a day.
			agriculture        | Nous vendons les œufs de notre ferme et formons des éleveurs.
			retail             | Two shops sell school bags, our store is the third.
			technology         | A mobile app that pays the rent, and software for landlords.
			fashion-and-beauty | Un salon de coiffure et de maquillage pour les mariées.
			crafts             | Leather bags, handmade by women of Rufisque.
			services           | Accounting and home care for the elderly, with repairs.
			general            | Quelque chose de grand pour tout le monde.
			""")
	void theSectorIsTheOneThatTheAnswersSpeakOf(String sector, String answer) {
		Brief brief = write("en", Business.UNKNOWN, Map.of(Step.OFFRE, answer));

		assertThat(brief.sector()).isEqualTo(sector);
		assertThat(brief.inferred()).contains("sector");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Teranga Table     | By 2030 our restaurant, called Teranga Table, feeds 300 people a day.
			Le Fournil        | Une boulangerie appelée « Le Fournil » qui livre à vélo.
			Maison Diop & Fils| L’entreprise s’appelle Maison Diop & Fils et coud des boubous.
			Code de la Croix  | Notre école à Lyon, nommée Code de la Croix, forme 200 personnes.
			kiosk             | a shop named "kiosk" in Thiès
			Sama Keur         | We run a company in Dakar called Sama Keur. It cleans.
			""")
	void aNameGivenInPassingIsTheName(String name, String answer) {
		Brief brief = write("en", Business.UNKNOWN, Map.of(Step.DIFFERENTIATION, answer));

		assertThat(brief.businessName()).isEqualTo(name);
		assertThat(brief.inferred()).contains("business_name");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Our best dish is called Thieboudienne.
			A district of Dakar named Médina.
			Je m’appelle Awa Diop et je cuisine.
			Our restaurant is open. The chef, called Moussa, is from Thiès.
			A shop called something nice.
			We are called
			""")
	void theNameOfSomethingElseIsNotTheName(String answer) {
		Brief brief = write("en", new Business(null, "food", null, null), Map.of(Step.DIFFERENTIATION, answer));

		assertThat(brief.businessName()).isEqualTo("Food");
	}

	@Property
	void everyBriefIsWithinItsRangesAndTellsWhatIsInferred(@ForAll("facts") @Nullable String name,
			@ForAll("facts") @Nullable String sector, @ForAll("facts") @Nullable String city,
			@ForAll("answers") String answer) {
		Business business = new Business(name, sector, city, null);
		Brief brief = write("fr", business, Map.of(Step.MISSION, answer));

		assertThat(brief.mission()).isEqualTo(answer);
		assertThat(brief.businessName()).isNotBlank();
		assertThat(brief.sector()).isNotBlank();
		assertThat(brief.inferred().contains("business_name")).isEqualTo(name == null || name.isBlank());
		assertThat(brief.inferred().contains("sector")).isEqualTo(sector == null || sector.isBlank());
		assertThat(brief.location() == null).isEqualTo(city == null || city.isBlank());
		assertThat(brief.completeness()).isBetween(0.63, 1.0);
		assertThat(brief.confidence()).isBetween(0.0, 1.0);
		assertThat(write("fr", business, Map.of(Step.MISSION, answer))).isEqualTo(brief);
	}

	@Provide
	Arbitrary<String> facts() {
		return Arbitraries.strings().ofMaxLength(30).injectNull(0.3);
	}

	@Provide
	Arbitrary<String> answers() {
		return Arbitraries
			.of("called", "named", "appelée", "s'appelle", "shop", "restaurant", ",", ".", "«", "»", "\"", "Dakar",
					"de", "&", "É", "\n", "x", "𝒳", "İ")
			.list()
			.ofMaxSize(40)
			.map((words) -> String.join(" ", words));
	}

	@Test
	void aLongAnswerTakesNoLongerThanItDeserves() {
		String answer = "shop Called Shop, ".repeat(550);
		long begun = System.nanoTime();

		write("en", Business.UNKNOWN, Map.of(Step.MISSION, answer, Step.VISION, "\"".repeat(10_000)));

		assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(2_000);
	}

	private static Brief write(String language, Business business, Map<Step, String> said) {
		Map<Step, String> answers = new HashMap<>();
		Map<Step, Double> scores = new HashMap<>();
		Arrays.stream(Step.values()).forEach((step) -> {
			answers.put(step, said.getOrDefault(step, "About " + step.id()));
			scores.put(step, 0.6 + step.ordinal() / 100.0);
		});
		return WRITER.write(new CompletedSession(SESSION, "ada", language, business, answers, scores));
	}

}
