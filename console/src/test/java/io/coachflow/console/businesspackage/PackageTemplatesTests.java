package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class PackageTemplatesTests {

	private static final int LIMIT = 100 * 1024;

	private final SpringTemplateEngine engine = engine();

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
		Context context = context(Samples.page("complete-en").following(), Locale.ENGLISH);

		String html = this.engine.process("console/package/parts", Set.of(part), context);

		assertThat(html).contains("id=\"part-" + part + "\"", "hx-trigger=\"sse:done-" + part + "\"")
			.doesNotContain("??");
	}

	@Test
	void aCardIsRenderedByItself() {
		Context context = new Context(Locale.ENGLISH, Map.of("card", Samples.page("partial-fr").card("research")));

		String html = this.engine.process("console/package/agents", Set.of("card"), context);

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
		Context context = context(Samples.page("complete-en"), Locale.ENGLISH);
		context.setVariable("notice", "package.notice.changed");
		context.setVariable("wish", "<b>warmer</b>");
		context.setVariable("chosen", List.of("seo"));

		String html = this.engine.process("console/package/body", Set.of("body"), context);

		assertThat(html).contains("The package changed meanwhile", "&lt;b&gt;warmer&lt;/b&gt;")
			.containsPattern("value=\"seo\"\\s+checked");
	}

	private String body(PackagePage page, Locale locale) {
		return this.engine.process("console/package/body", Set.of("body"), context(page, locale));
	}

	private static Context context(PackagePage page, Locale locale) {
		return new Context(locale, Map.of("pack", page));
	}

	private static SpringTemplateEngine engine() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/package");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateEngineMessageSource(messages);
		engine.setTemplateResolver(templates);
		return engine;
	}

}
