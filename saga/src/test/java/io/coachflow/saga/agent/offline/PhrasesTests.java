package io.coachflow.saga.agent.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.SvgAllowlist;
import io.coachflow.text.PlainText;
import io.coachflow.text.Sectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How sentences are told apart, and what is known in each language.
 */
class PhrasesTests {

	private static final Knowledge ENGLISH = Knowledge.load(Locale.ENGLISH, Sectors.load(), Countries.load());

	private static final Knowledge FRENCH = Knowledge.load(Locale.FRENCH, Sectors.load(), Countries.load());

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Nos voisins servent des sandwichs. | true", "Nous servons du riz. | false",
			"Les grandes écoles du web remplissent des amphithéâtres. | true" })
	void aSentenceAboutCompetitorsIsNotAboutOneself(String sentence, boolean others) {
		assertThat(FRENCH.phrases().isOfOthers(sentence)).isEqualTo(others);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Ils ont souvent des enfants. | true", "Elles viennent. | true",
			"Les familles viennent. | false", "Islande | false" })
	void aPronounGoesOnAboutSomebody(String sentence, boolean goesOn) {
		assertThat(FRENCH.phrases().goesOn(sentence)).isEqualTo(goesOn);
	}

	@Test
	void groupsAreTakenApart() {
		assertThat(Groups.of(audience("Families with children, and cafes in town. They read labels.")))
			.containsExactly("Families with children", "cafes in town");
		assertThat(Groups.of(audience("Everybody"))).isEmpty();
	}

	@Test
	void threeGroupsAreEnoughAndNoneIsNamedTwice() {
		assertThat(Groups.of(audience(
				"Young families, and young families, and old cafes, and the big schools, and " + "some more people")))
			.doesNotHaveDuplicates()
			.hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void bothLanguagesKnowEverySector() {
		for (Knowledge knowledge : List.of(ENGLISH, FRENCH)) {
			for (String sector : Sectors.load().keys()) {
				SectorTexts texts = knowledge.texts(sector);
				assertThat(texts.label()).as(sector).isNotBlank();
				assertThat(texts.segments()).as(sector).hasSizeGreaterThanOrEqualTo(4);
				assertThat(texts.risks()).as(sector).hasSizeGreaterThanOrEqualTo(5);
				assertThat(texts.questions()).as(sector).hasSizeGreaterThanOrEqualTo(5);
				assertThat(texts.actions()).as(sector).anyMatch((action) -> action.words().isEmpty());
			}
			assertThat(knowledge.templates()).hasSizeGreaterThanOrEqualTo(4);
		}
	}

	@Test
	void bothLanguagesHaveTheSameTemplates() {
		assertThat(ENGLISH.templates().stream().map(TemplateKnowledge::id))
			.containsExactlyInAnyOrderElementsOf(FRENCH.templates().stream().map(TemplateKnowledge::id).toList());
		assertThat(ENGLISH.templates()).allSatisfy((template) -> {
			assertThat(Sectors.load().keys()).containsAll(template.sectors().keySet());
			assertThat(template.sectors().values()).allSatisfy((score) -> assertThat(score).isBetween(0, 100));
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Chez Awa", "A", "A & B <Ltd>", "🥖", "Un très long nom qui ne finit pas avant longtemps" })
	void aDrawingHasTheNameBesideItsSign(String name) {
		String svg = drawing(name, "Bon appétit");

		assertThat(SvgAllowlist.problem(svg)).isEmpty();
		assertThat(svg).contains("role=\"img\"", "<title>").doesNotContain("<Ltd>");
	}

	@Test
	void aLongNameIsWrittenSmaller() {
		assertThat(size(drawing("Awa", ""))).isEqualTo(44);
		assertThat(size(drawing("x".repeat(20), ""))).isBetween(11, 43);
	}

	@Property(tries = 200)
	void anyNameCanBeDrawn(@ForAll String name, @ForAll String line) {
		String readable = PlainText.of(name) + "x";

		assertThat(SvgAllowlist.problem(drawing(readable, PlainText.of(line)))).isEmpty();
	}

	private static int size(String svg) {
		return Arrays.stream(svg.split("font-size=\""))
			.skip(1)
			.findFirst()
			.map((it) -> it.split("\"")[0])
			.map(Integer::valueOf)
			.orElseThrow();
	}

	private static String drawing(String name, String line) {
		return Drawing.of(name, line, "<circle cx='50' cy='50' r='48' fill='#111111'/>",
				new Palette("#111111", "#222222", "#ffffff", "#000000", 21), new Typography("Lora", "Inter"));
	}

	private static BriefAnalysis audience(String audience) {
		return new BriefAnalysis(
				new Brief("en", "Cedar", "v", "m", audience, "d", "o", "bakery", null, 1, 0.7, List.of()), 1, ENGLISH);
	}

}
