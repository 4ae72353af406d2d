package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.coachflow.console.RenderedTemplates;
import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackageTemplatesTests {

	private static final int LIMIT = 100 * 1024;

	private static final RenderedTemplates TEMPLATES = new RenderedTemplates("package");

	@Test
	void aCompletePackageShowsAllThatTheAgentsMade() {
		String html = body(Samples.page("complete-en"), Locale.ENGLISH);

		assertThat(html).contains("Teranga Table", "Dakar at one table", "About 40,000 lunches a day", "thieboudienne",
				"The bowl", "#0f4c5c", "excellent for any text", "Shows the dishes of the day", "gpt-x",
				"Parts ready: 5 of 5", "download?format=pdf", "download?format=md");
		assertThat(html).doesNotContain("sse-connect", "??");
		assertThat(html.length()).isLessThan(LIMIT);
	}

	@Test
	void aPackageAtWorkIsFollowed() {
		String html = body(Samples.page("partial-fr").following(), Locale.FRENCH);

		assertThat(html).contains("sse-connect=\"/coach/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package/live?after=11\"",
				"sse-swap=\"agent-logo,done-logo\"", "hx-trigger=\"sse:done-logo\"", "Cinq agents au travail",
				"Réessayer", "Le fournisseur a mis trop de temps.", "data-state=\"running\"", "lang=\"fr\"");
		assertThat(html).doesNotContain("??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void aPackageThatHasOnlyBegunIsShown(String language) {
		String html = body(PackagePage.of(PackageResponse.expected("s"), Locale.ENGLISH), Locale.of(language));

		assertThat(html).contains("sse-connect=\"/coach/s/package/live\"").doesNotContain("??", "download?format");
	}

	@Test
	void whatModelsAndPeopleWriteIsShownAsText() {
		String html = body(Samples.page("hostile-en"), Locale.ENGLISH);

		assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;svg onload=alert(1)&gt;",
				"&lt;/title&gt;");
		assertThat(html).doesNotContain("<script", "<iframe", "<b>", "onload=\"", "javascript:alert(1)\"", "??");
		assertThat(html).as("Only colours are drawn").doesNotContain("fill=\"url");
	}

	@ParameterizedTest
	@ValueSource(strings = { "research", "content", "logo", "seo", "template" })
	void eachPartIsRenderedByItself(String part) {
		String html = TEMPLATES.partOfStream("parts", part, Map.of("pack", Samples.page("complete-en").following()),
				"en");

		assertThat(html).contains("id=\"part-" + part + "\"", "hx-trigger=\"sse:done-" + part + "\"")
			.doesNotContain("??");
	}

	@Test
	void aCardIsRenderedByItself() {
		String html = TEMPLATES.partOfStream("agents", "card",
				Map.of("card", Samples.page("partial-fr").card("research")), "en");

		assertThat(html)
			.contains("data-state=\"failed\"", "The provider took too long.", "/package/agents/research/regenerate\"")
			.doesNotContain("??");
	}

	@Test
	void theAgentsWhoseInputChangedAreChosenBeforehand() {
		PackagePage page = Samples.page("complete-en");
		PackageResponse response = Samples.response("complete-en");
		PackageResponse stale = new PackageResponse(response.sessionId(), response.status(), response.brief(),
				PackageResponse.byId((agent) -> response.agents()
					.get(agent.id())
					.staleBecause(agent.id().equals("content") ? List.of("offre") : List.of())),
				response.sequence(), response.requestedAt(), response.completedAt());

		assertThat(body(page, Locale.ENGLISH)).doesNotContain("checked");
		String html = body(PackagePage.of(stale, Locale.ENGLISH), Locale.ENGLISH);
		assertThat(html).containsOnlyOnce("checked=\"checked\"")
			.containsPattern("value=\"content\"\\s+checked")
			.contains("This was made before you changed:", "<span>offer</span>");
	}

	@Test
	void aRefusedRequestKeepsWhatWasAskedFor() {
		String html = TEMPLATES.partOfStream("body", "body", Map.of("pack", Samples.page("complete-en"), "notice",
				"package.notice.changed", "wish", "<b>warmer</b>", "chosen", List.of("seo")), "en");

		assertThat(html).contains("The package changed meanwhile", "&lt;b&gt;warmer&lt;/b&gt;")
			.containsPattern("value=\"seo\"\\s+checked");
	}

	private static String body(PackagePage page, Locale locale) {
		return TEMPLATES.partOfStream("body", "body", Map.of("pack", page), locale.getLanguage());
	}

}
