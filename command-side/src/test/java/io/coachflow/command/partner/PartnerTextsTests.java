package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.command.partner.PartnerTexts.StepTexts;
import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PartnerTextsTests {

	private final Map<String, PartnerTexts> languages = PartnerTexts.load();

	@Test
	void thereAreTextsInEachLanguageAndAllOfThemDiffer() {
		assertThat(this.languages.keySet()).containsExactlyInAnyOrder("en", "fr");
		this.languages.forEach((language, texts) -> {
			List<String> all = texts(texts);
			assertThat(all).as(language).doesNotHaveDuplicates().allSatisfy((text) -> assertThat(text).isNotBlank());
		});
	}

	@Test
	void noTextHasAFigure() {
		this.languages.forEach((language, texts) -> assertThat(texts(texts)).as(language)
			.noneMatch((text) -> text.codePoints().anyMatch(Character::isDigit)));
	}

	@Test
	void bothLanguagesAskAboutAsMuch() {
		PartnerTexts english = this.languages.get("en");
		PartnerTexts french = this.languages.get("fr");
		for (Step step : Step.values()) {
			assertThat(french.step(step).rounds()).hasSameSizeAs(english.step(step).rounds());
		}
		assertThat(french.sectors().keySet()).isEqualTo(english.sectors().keySet());
	}

	@Test
	void aFileWithAGapIsNamed() {
		PartnerTexts whole = this.languages.get("en");
		PartnerTexts without = new PartnerTexts(whole.ours(), whole.yours(), whole.in(), whole.here(), whole.there(),
				whole.quote(), whole.blank(), whole.proposal(), whole.asked(), whole.hinted(),
				Map.of(Step.VISION, whole.step(Step.VISION)), whole.more(), whole.sectors(), whole.fillers(),
				whole.asides(), whole.joins(), whole.persons());

		assertThatIllegalStateException().isThrownBy(() -> without.checked("/partner/en.yaml"))
			.withMessageContaining("/partner/en.yaml")
			.withMessageContaining("mission");
	}

	@Test
	void noFillerOfALanguageIsAPersonOfTheOther() {
		Set<String> persons = Set
			.copyOf(this.languages.values().stream().flatMap((texts) -> texts.persons().stream()).distinct().toList());
		this.languages.forEach(
				(language, texts) -> assertThat(texts.fillers()).as(language).doesNotContainAnyElementsOf(persons));
	}

	private static List<String> texts(PartnerTexts language) {
		List<String> all = new ArrayList<>();
		for (Step step : Step.values()) {
			StepTexts texts = language.step(step);
			all.add(texts.message());
			all.addAll(texts.openings());
			texts.rounds().forEach((round) -> {
				all.addAll(round.questions());
				all.addAll(round.choices());
			});
			texts.proposals().forEach((draft) -> all.add(draft.text()));
			all.addAll(List.of(texts.missing().figure(), texts.missing().name(), texts.missing().subject()));
		}
		return all;
	}

}
