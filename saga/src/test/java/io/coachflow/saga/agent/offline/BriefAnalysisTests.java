package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.Locale;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.saga.agent.Place;
import io.coachflow.text.Sectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BriefAnalysisTests {

	private static final Knowledge ENGLISH = Knowledge.load(Locale.ENGLISH, Sectors.load(), Countries.load());

	private static final Knowledge FRENCH = Knowledge.load(Locale.FRENCH, Sectors.load(), Countries.load());

	private final BriefAnalysis bakery = new BriefAnalysis(Businesses.BAKERY_IN_AUSTIN, 1, ENGLISH);

	private final BriefAnalysis restaurant = new BriefAnalysis(Businesses.RESTAURANT_IN_DAKAR, 1, FRENCH);

	@Test
	void theSectorThePlaceAndTheNameAreRead() {
		assertThat(this.bakery.sector()).isEqualTo("restaurant");
		assertThat(this.bakery.label()).isEqualTo("Bakery");
		assertThat(this.bakery.place()).isEqualTo(new Place("Austin", "United States", "US"));
		assertThat(this.bakery.name()).isEqualTo("Cedar & Crumb");
		assertThat(this.restaurant.place().countryCode()).isEqualTo("SN");
	}

	@Test
	void withoutANameItIsCalledAfterItsTrade() {
		BriefAnalysis nameless = new BriefAnalysis(brief("<br>", "bakery", "We bake."), 1, ENGLISH);

		assertThat(nameless.name()).isEqualTo(nameless.sectorTexts().label());
	}

	@Test
	void aSectorThatWasInferredIsNotTheirWord() {
		Brief brief = new Brief("en", "Cedar", "v", "m", "a", "d", "o", "technology", null, 1, 0.7, List.of("sector"));

		assertThat(new BriefAnalysis(brief, 1, ENGLISH).label()).isEqualTo(ENGLISH.texts("technology").label())
			.isNotEqualTo("Technology");
	}

	@Test
	void whatTheAnswersCallForComesFirst() {
		record Thing(List<String> words, String name) {
		}
		Thing never = new Thing(List.of("oyster"), "never");
		Thing twice = new Thing(List.of("bread", "flour"), "twice");
		Thing once = new Thing(List.of("wheat"), "once");
		Thing always = new Thing(List.of(), "always");

		assertThat(this.bakery.called(List.of(never, once, always, twice), Thing::words)).containsExactly(twice, once,
				always, never);
	}

	@Test
	void factsAreToldAndMissingOnesAreNot() {
		assertThat(this.bakery.tell("{name} {in}")).contains("Cedar & Crumb in Austin");
		assertThat(this.bakery.tell("{unknown}")).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> this.bakery.say("{unknown}"))
			.withMessageContaining("unknown");
	}

	@Test
	void theKeywordsAreTheirs() {
		assertThat(this.bakery.keywords()).isNotEmpty()
			.hasSizeLessThanOrEqualTo(14)
			.noneMatch((words) -> words.toLowerCase(Locale.ROOT).contains("austin"));
	}

	@Property(tries = 50)
	void eachGenerationHasTheSameItemsInAnotherOrder(@ForAll @Size(min = 2, max = 8) List<Integer> items,
			@ForAll @IntRange(min = 1, max = 20) int generation) {
		BriefAnalysis story = new BriefAnalysis(brief("Cedar", "bakery", "We bake."), generation, ENGLISH);

		assertThat(story.answers().turned(items)).containsExactlyInAnyOrderElementsOf(items);
		assertThat(story.rotated(items)).containsExactlyInAnyOrderElementsOf(items);
		assertThat(story.answers().turned(items).getFirst()).isEqualTo(items.get((generation - 1) % items.size()));
	}

	@Property(tries = 100)
	void noAnswerDoesHarm(@ForAll String name, @ForAll @Nullable String answer) {
		BriefAnalysis story = new BriefAnalysis(brief(name, "bakery", String.valueOf(answer)), 1, ENGLISH);

		assertThat(story.name()).isNotBlank();
		assertThat(story.tell("{name}, {label}, {trade}, {office}, {chamber}")).isPresent();
	}

	private static Brief brief(String name, String sector, String answer) {
		return new Brief("en", name, answer, answer, answer, answer, answer, sector, null, 1, 0.7, List.of());
	}

}
