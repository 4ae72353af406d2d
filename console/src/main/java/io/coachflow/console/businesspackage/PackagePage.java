package io.coachflow.console.businesspackage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A package as the page shows it.
 *
 * @param live whether the page follows the package, because more is to come
 * @param sequence of the package's last event; null before the first
 * @param brief null before the first event
 * @param agents all five
 * @param site null while no template is recommended
 * @param wireframe null like the site
 * @param structuredData the search agent's data as indented JSON; empty if there is none
 */
record PackagePage(String sessionId, String status, boolean live, @Nullable Long sequence, @Nullable BriefCard brief,
		List<AgentCard> agents, @Nullable Research research, @Nullable Content content, List<LogoCard> logos,
		@Nullable Seo seo, @Nullable SiteDraft site, @Nullable Wireframe wireframe, String structuredData) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static PackagePage of(PackageResponse response, Locale locale) {
		Figures figures = new Figures(locale);
		BriefCard brief = (response.brief() != null) ? BriefCard.of(response.brief(), figures) : null;
		Content content = result(response, Agent.CONTENT, Content.class);
		Logo logo = result(response, Agent.LOGO, Logo.class);
		Seo seo = result(response, Agent.SEO, Seo.class);
		SiteTemplates templates = result(response, Agent.TEMPLATE, SiteTemplates.class);
		SiteDraft site = (templates != null) ? SiteDraft.of(templates.templates(), content, figures) : null;
		return new PackagePage(response.sessionId(), AgentCard.wireName(response.status()),
				response.status() == PackageStatus.RUNNING, response.sequence(), brief, cards(response, locale),
				result(response, Agent.RESEARCH, Research.class), content, logos(response, logo, figures), seo, site,
				(site != null) ? wireframe(site, brief, content, logo) : null,
				(seo != null && !seo.jsonLd().isEmpty()) ? JSON.writeValueAsString(seo.jsonLd()) : "");
	}

	/**
	 * The same page that follows the package, whatever the package said when it was read.
	 */
	PackagePage following() {
		return new PackagePage(this.sessionId, this.status, true, this.sequence, this.brief, this.agents, this.research,
				this.content, this.logos, this.seo, this.site, this.wireframe, this.structuredData);
	}

	/** The card of an agent. */
	public AgentCard card(String agent) {
		return this.agents.stream().filter((it) -> it.id().equals(agent)).findFirst().orElseThrow();
	}

	/** How many of the five parts are there. */
	public long ready() {
		return this.agents.stream().filter(AgentCard::succeeded).count();
	}

	/** How many results are of something that has changed since. */
	public long stale() {
		return this.agents.stream().filter(AgentCard::stale).count();
	}

	public boolean hasAnyResult() {
		return this.agents.stream().anyMatch(AgentCard::hasResult);
	}

	/** The business's name; empty while it is not known. */
	public String name() {
		return (this.brief != null) ? this.brief.name() : "";
	}

	/** The language of what the agents wrote; null while it is not known. */
	public @Nullable String language() {
		return (this.brief != null && List.of("en", "fr").contains(this.brief.language())) ? this.brief.language()
				: null;
	}

	/** Where this page is. */
	public String path() {
		return "/coach/" + this.sessionId + "/package";
	}

	/** Where the events are that came after what this page shows. */
	public String livePath() {
		return path() + "/live" + ((this.sequence != null) ? "?after=" + this.sequence : "");
	}

	private static List<AgentCard> cards(PackageResponse response, Locale locale) {
		Map<String, AgentView> views = response.agents();
		return Arrays.stream(Agent.values())
			.map((agent) -> AgentCard.of(response.sessionId(), agent,
					views.getOrDefault(agent.id(), AgentView.expected()), locale))
			.toList();
	}

	private static List<LogoCard> logos(PackageResponse response, @Nullable Logo logo, Figures figures) {
		AgentView view = response.agents().get(Agent.LOGO.id());
		return (logo != null && view != null)
				? LogoCard.of(response.sessionId(), logo, view.resultGeneration(), figures) : List.of();
	}

	private static Wireframe wireframe(SiteDraft site, @Nullable BriefCard brief, @Nullable Content content,
			@Nullable Logo logo) {
		return Wireframe.of((brief != null) ? brief.name() : site.name(), (content != null) ? content.tagline() : "",
				(content != null) ? content.callToAction() : "", site.parts(),
				(logo != null && !logo.concepts().isEmpty()) ? logo.concepts().getFirst().palette() : null);
	}

	private static <T extends AgentResult> @Nullable T result(PackageResponse response, Agent agent, Class<T> type) {
		AgentView view = response.agents().get(agent.id());
		return (view != null && type.isInstance(view.result())) ? type.cast(view.result()) : null;
	}

}
