package io.coachflow.query.packagedocument;

import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.query.markdown.Markdown;
import io.coachflow.query.markdown.Markdown.Cell;
import io.coachflow.query.markdown.Markdown.Entry;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each agent's result as a section of the document.
 */
final class ResultSections {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private final Labels labels;

	private final Markdown out;

	private final String logos;

	/**
	 * Begins the sections.
	 * @param logos where the logos are, as a link that ends with a slash
	 */
	ResultSections(Labels labels, Markdown out, String logos) {
		this.logos = logos;
		this.labels = labels;
		this.out = out;
	}

	void add(AgentResult result) {
		switch (result) {
			case Research it -> research(it);
			case Content it -> content(it);
			case Logo it -> logo(it);
			case Seo it -> seo(it);
			case SiteTemplates it -> templates(it);
		}
	}

	private void research(Research research) {
		section("market_size");
		this.out.strong(research.marketSize().estimate()).text(research.marketSize().reasoning());
		section("segments");
		this.out.table(texts("segment", "need", "channel"),
				research.segments().stream().map((it) -> Cell.texts(it.name(), it.need(), it.channel())).toList());
		section("competitors");
		this.out.table(texts("kind", "who", "advantage"),
				research.competitors()
					.stream()
					.map((it) -> Cell.texts(this.labels.name("kind", it.kind()), it.description(), it.advantage()))
					.toList());
		section("opportunities");
		this.out.list(research.opportunities());
		section("risks");
		this.out.table(texts("risk", "mitigation"),
				research.risks().stream().map((it) -> Cell.texts(it.risk(), it.mitigation())).toList());
		section("questions");
		this.out.numbered(research.questionsToValidate());
	}

	private void content(Content content) {
		section("tagline");
		this.out.quote(content.tagline());
		section("pitch");
		this.out.text(content.elevatorPitch());
		section("homepage");
		content.homepage().forEach((it) -> this.out.heading(4, it.heading()).text(it.text()));
		section("call_to_action");
		this.out.strong(content.callToAction());
		section("posts");
		content.posts().forEach((it) -> this.out.heading(4, this.labels.name("network", it.network())).text(it.text()));
	}

	private void logo(Logo logo) {
		int n = 0;
		for (Logo.Concept it : logo.concepts()) {
			n++;
			String name = this.labels.text("logo", n, it.name());
			this.out.heading(3, name).image(name, this.logos + n + ".svg").text(it.rationale());
			Logo.Palette palette = it.palette();
			this.out.table(texts("primary", "accent", "background", "text"),
					List.of(List.of(Cell.code(palette.primary()), Cell.code(palette.accent()),
							Cell.code(palette.background()), Cell.code(palette.text()))));
			this.out.text(this.labels.text("contrast", this.labels.number(palette.contrast())));
			this.out.text(this.labels.text("typography", it.typography().headings(), it.typography().body()));
		}
	}

	private void seo(Seo seo) {
		section("page");
		this.out.labelled(this.labels.text("seo_title", seo.title().length()), seo.title());
		this.out.labelled(this.labels.text("seo_description", seo.description().length()), seo.description());
		section("primary_keywords");
		this.out.list(seo.primaryKeywords());
		section("secondary_keywords");
		this.out.list(seo.secondaryKeywords());
		section("headings");
		this.out.outline(seo.headings().stream().map((it) -> new Entry(it.level(), it.text())).toList());
		section("json_ld");
		this.out.code("json", forHtml(seo.jsonLd()));
	}

	private void templates(SiteTemplates templates) {
		for (SiteTemplates.SiteTemplate it : templates.templates()) {
			this.out.heading(3, it.name() + " (" + this.labels.percent(it.score()) + ")");
			this.out.list(it.reasons());
			this.out.table(texts("section", "purpose"),
					it.sections().stream().map((part) -> Cell.texts(part.name(), part.purpose())).toList());
		}
	}

	private void section(String label) {
		this.out.heading(3, this.labels.text(label));
	}

	private List<String> texts(String... keys) {
		return List.of(keys).stream().map((key) -> this.labels.text(key)).toList();
	}

	/** Escaped for a script element, into which people paste it. */
	private static String forHtml(Map<String, Object> data) {
		return JSON.writeValueAsString(data)
			.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029");
	}

}
