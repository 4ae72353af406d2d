package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SitePageTests {

	private final PackageMarkdown markdown = new PackageMarkdown();

	@Test
	void theRecommendedTemplateIsFilledWithTheTextsForTheHomepage() throws IOException {
		PackageResponse response = Packages.with(Packages.drawn(Packages.kept("complete-en"), Packages.SVG), "content",
				new Content("Dakar at one table", "We cook.",
						List.of(new Content.Section("Welcome", "We cook what Dakar grows."),
								new Content.Section("Our kitchen", "Open to all."),
								new Content.Section("Eat with us", "The dishes of the day change.\n\nCome at noon.")),
						"Book a table", List.of()));

		String page = page(response);

		Files.writeString(Files.createDirectories(Path.of("target/package-document")).resolve("index.html"), page);
		assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
			.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"",
					"<title>Teranga Table: lunch in Dakar</title>", "--primary: #0f4c5c", "<h1>Dakar at one table</h1>",
					"<p>We cook what Dakar grows.</p>", "<a class=\"button\" href=\"#part-3\">Book a table</a>",
					"<img src=\"data:image/svg+xml;base64,");
		assertThat(page).containsSubsequence("<section id=\"part-1\">", "<p class=\"part\">Menu</p>",
				"<h2>Eat with us</h2>", "<p>Come at noon.</p>", "<section id=\"part-2\">", "<h2>Booking</h2>",
				"To add here: Takes a booking", "<section id=\"part-3\">", "<h2>Our kitchen</h2>");
		assertThat(page).doesNotContain("<script", "http://", "https://", "A draft");
	}

	@Test
	void aPageOfAPackageThatIsNotReadySaysSo() {
		String page = page(PackageResponse.expected("s1"), "fr");

		assertThat(page).contains("<html lang=\"fr\">", "<h1>Dossier d’entreprise</h1>", "Un brouillon",
				"En cours : 0 parties sur 5 sont prêtes.");
		assertThat(page).doesNotContain("<nav>", "class=\"button\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\" onload=\"x", "'><img src=x>", "</style><b>", "&lt;",
			"]]>", "</title>" })
	void hostileTextsAreText(String hostile) {
		PackageResponse response = Packages.named(Packages.kept("complete-en"), hostile);
		response = Packages.with(response, "content",
				new Content(hostile, hostile, List.of(new Content.Section(hostile, hostile)), hostile, List.of()));
		response = Packages.with(response, "seo", new Seo(List.of(), List.of(), hostile, hostile, List.of(), Map.of()));
		response = Packages.with(response, "template", new SiteTemplates(List.of(new SiteTemplates.SiteTemplate(hostile,
				hostile, 1, List.of(hostile), List.of(new SiteTemplates.PageSection(hostile, hostile))))));
		response = Packages.drawn(response, hostile);

		String page = page(response);

		assertThat(page).contains(Xml.escaped(hostile)).doesNotContain("<script", "<b>", "<img src=x", "onload=\"x");
		assertThat(page.split("</title>", -1)).hasSize(2);
		assertThat(page.split("</style>", -1)).hasSize(2);
	}

	private String page(PackageResponse response) {
		return page(response, "en");
	}

	private String page(PackageResponse response, String language) {
		return SitePage.of(response, this.markdown.words(response, language));
	}

}
