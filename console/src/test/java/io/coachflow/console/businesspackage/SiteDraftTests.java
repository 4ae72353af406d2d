package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.SiteTemplates.PageSection;
import io.coachflow.contracts.enrichment.SiteTemplates.SiteTemplate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SiteDraftTests {

	private static final Figures FIGURES = new Figures(Locale.ENGLISH);

	@Test
	void eachSectionGetsTheTextThatIsAboutIt() {
		SiteDraft draft = draft(
				List.of(new PageSection("Menu", "The dishes of the day"), new PageSection("Find us", "Map and hours")),
				new Content.Section("Welcome", "Opens the page"), new Content.Section("Our team", "Ten people cook"),
				new Content.Section("Dishes", "What the market sells"));

		assertThat(draft.parts()).containsExactly(
				new SiteDraft.Part("Menu", "The dishes of the day", "Dishes", "What the market sells"),
				new SiteDraft.Part("Find us", "Map and hours", "", ""),
				new SiteDraft.Part("Our team", "", "", "Ten people cook"));
		assertThat(draft.parts()).extracting(SiteDraft.Part::isWritten).containsExactly(true, false, true);
	}

	@Test
	void theBestTemplateIsTheSiteAndTheOthersAreNamed() {
		SiteDraft site = Objects.requireNonNull(Samples.page("complete-en").site());

		assertThat(site.name()).isEqualTo("Booking");
		assertThat(site.score()).isEqualTo("92%");
		assertThat(site.others()).containsExactly(new SiteDraft.Other("One page", "60%"));
		assertThat(SiteDraft.of(List.of(), null, FIGURES)).isNull();
	}

	@Test
	void thePictureGrowsWithTheSectionsAndStaysInItsFrame() {
		Wireframe small = Wireframe.of("Name", "", "", List.of(), null);
		Wireframe large = Wireframe.of("Name", "Tagline", "Book a table", parts(7), null);

		assertThat(large.height()).isGreaterThan(small.height());
		assertThat(large.boxes()).allSatisfy((box) -> {
			assertThat(box.x()).isNotNegative();
			assertThat(box.x() + box.width()).isLessThanOrEqualTo(Wireframe.WIDTH);
			assertThat(box.y() + box.height()).isLessThanOrEqualTo(large.height());
		});
		assertThat(large.captions()).extracting(Wireframe.Caption::text)
			.contains("Name", "Tagline", "Book a table", "Part 0", "Part 6");
		assertThat(small.captions()).extracting(Wireframe.Caption::text).containsExactly("Name", "Name");
	}

	@Test
	void thePictureShortensLongTextsAndUsesOnlyColours() {
		Wireframe drawing = Wireframe.of("n".repeat(500), "😀".repeat(500), "b".repeat(500), parts(1),
				new Logo.Palette("url(#x)", "red\"/><script>", "#ffffff", "#fefefe", 1));

		assertThat(drawing.captions()).extracting(Wireframe.Caption::text)
			.allSatisfy((text) -> assertThat(text.codePointCount(0, text.length())).isLessThan(50));
		assertThat(drawing.captions()).extracting(Wireframe.Caption::fill).allMatch((it) -> it.matches("#[0-9a-f]{6}"));
		assertThat(drawing.boxes()).extracting(Wireframe.Box::fill).allMatch((it) -> it.matches("#[0-9a-f]{6}"));
		assertThat(drawing.captions().getFirst().fill()).as("readable on white").isEqualTo("#000000");
	}

	private static List<SiteDraft.Part> parts(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new SiteDraft.Part("Part " + i, "", "", "")).toList();
	}

	private static SiteDraft draft(List<PageSection> sections, Content.Section... homepage) {
		return Objects.requireNonNull(SiteDraft.of(List.of(new SiteTemplate("x", "X", 0.5, List.of(), sections)),
				new Content("", "", List.of(homepage), "", List.of()), FIGURES));
	}

}
