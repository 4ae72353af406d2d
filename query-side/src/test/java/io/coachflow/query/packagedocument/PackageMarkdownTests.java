package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages as documents, compared with whole files.
 */
class PackageMarkdownTests {

	private static final JsonMapper JSON = new JsonMapper();

	private final PackageMarkdown markdown = new PackageMarkdown();

	@ParameterizedTest
	@ValueSource(strings = { "complete-en", "partial-fr", "hostile-en" })
	void aPackageReadsLikeTheKeptOne(String name) throws IOException {
		PackageResponse response = JSON.readValue(resource(name + ".json"), PackageResponse.class);

		String document = this.markdown.of(response, "en");

		Path made = Files.createDirectories(Path.of("target/package-document")).resolve(name + ".md");
		Files.writeString(made, document);
		assertThat(document)
			.as("If it was meant to change: cp query-side/%s query-side/src/test/resources/package-document", made)
			.isEqualTo(resource(name + ".md"));
	}

	@Test
	void nothingHostileComesAliveInABrowser() throws IOException {
		PackageResponse response = JSON.readValue(resource("hostile-en.json"), PackageResponse.class);
		List<org.commonmark.Extension> tables = List.of(TablesExtension.create());

		String html = HtmlRenderer.builder()
			.extensions(tables)
			.build()
			.render(Parser.builder().extensions(tables).build().parse(this.markdown.of(response, "en")));

		assertThat(html).doesNotContainIgnoringCase("<script", "<svg", "<iframe", "<a ", "href", "onerror=\"",
				"</pre><b>");
		assertThat(html.split("<img ", -1)).as("One picture, which is ours").hasSize(2);
		assertThat(html).contains("src=\"package/logo/1.svg\"");
	}

	@Test
	void structuredDataCannotEndTheScriptItIsPastedInto() throws IOException {
		PackageResponse response = JSON.readValue(resource("hostile-en.json"), PackageResponse.class);

		assertThat(this.markdown.of(response, "en")).contains("\\u003c/script\\u003e").doesNotContain("</script>");
	}

	@Test
	void aPackageThatNobodyHasAskedForSaysSo() {
		String document = this.markdown.of(PackageResponse.expected("s1"), "fr");

		assertThat(document).startsWith("# Dossier d’entreprise\n\n> En cours : 0 parties sur 5 sont prêtes.\n");
		assertThat(document.split("en cours de préparation", -1)).hasSize(6);
	}

	@Test
	void anOldResultBehindAFailureIsNamedAsOne() {
		AgentResult old = new io.coachflow.contracts.enrichment.Content("Old tagline", "", List.of(), "", List.of());
		Map<String, AgentView> agents = new LinkedHashMap<>(PackageResponse.expected("s1").agents());
		agents.put("content",
				new AgentView(AgentState.FAILED, 2, 3, AgentSource.OFFLINE, null, null, null, null,
						new AgentFault(AgentFault.Kind.RATE_LIMITED, "429"),
						new Receipt("rules", "1", "00", 0, 0, java.math.BigDecimal.ZERO, 1, null), 1, old,
						List.of("city", "offre")));

		String document = this.markdown.of(new PackageResponse("s1", PackageStatus.PARTIAL,
				new Brief("en", "X", "", "", "", "", "", "general", null, 0, 0, List.of()), agents, 9L, Instant.EPOCH,
				Instant.EPOCH), "en");

		assertThat(document).contains("> Changed since this was made: city, offer. It can be asked for again.\n");
		assertThat(document).contains(
				"> This part failed after 3 attempt(s): the provider asked to wait. It can be asked for again. What follows is the last result.\n",
				"> Old tagline");
		assertThat(document).contains("### Vision\n\nNot said.\n");
	}

	@Test
	void bothLanguagesHaveAllWordsAndAllPlaces() {
		Map<String, String> english = Labels.load("en").all();
		Map<String, String> french = Labels.load("fr").all();

		assertThat(french.keySet()).isEqualTo(english.keySet());
		assertThat(places(french)).isEqualTo(places(english));
		for (AgentFault.Kind kind : AgentFault.Kind.values()) {
			assertThat(english).containsKey("fault." + PackageMarkdown.wireName(kind));
		}
	}

	private static Map<String, List<Boolean>> places(Map<String, String> texts) {
		Map<String, List<Boolean>> places = new HashMap<>();
		texts.forEach((key, text) -> places.put(key, List.of(text.contains("{0}"), text.contains("{1}"))));
		return places;
	}

	private static String resource(String name) throws IOException {
		try (InputStream in = Objects
			.requireNonNull(PackageMarkdownTests.class.getResourceAsStream("/package-document/" + name), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
