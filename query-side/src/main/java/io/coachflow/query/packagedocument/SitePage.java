package io.coachflow.query.packagedocument;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.rest.PackageResponse;

/**
 * A draft of the website as one file: the sections of the recommended template, filled
 * with the texts for the homepage. It runs no scripts and loads nothing.
 */
final class SitePage {

	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

	private static final String STYLE = Resource.text("site.css");

	private final PackageResponse response;

	private final Labels words;

	private final Optional<Content> content;

	private final List<SiteSection> sections;

	private SitePage(PackageResponse response, Labels words) {
		this.response = response;
		this.words = words;
		this.content = Results.of(response, Content.class);
		this.sections = SiteSection.of(response);
	}

	static String of(PackageResponse response, Labels words) {
		return new SitePage(response, words).page();
	}

	private String page() {
		String name = Results.name(this.response, this.words.text("document"));
		Optional<Seo> seo = Results.of(this.response, Seo.class);
		return "<!DOCTYPE html>\n<html lang=\"" + this.words.language() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
				+ "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
				+ "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
				+ "<meta name=\"referrer\" content=\"no-referrer\">\n"
				+ element("title", "", seo.map(Seo::title).orElse(name))
				+ seo.map((it) -> "<meta name=\"description\" content=\"" + Xml.escaped(it.description()) + "\">\n")
					.orElse("")
				+ "<style>\n" + colours() + STYLE + "</style>\n</head>\n<body>\n" + bar(name) + "<main>\n" + hero(name)
				+ IntStream.range(0, this.sections.size()).mapToObj(this::section).collect(Collectors.joining())
				+ "</main>\n<footer><div class=\"inside\">\n" + element("p", "", name)
				+ "</div></footer>\n</body>\n</html>\n";
	}

	private String colours() {
		Brand brand = Brand.of(this.response);
		return ":root { --primary: " + brand.primary() + "; --accent: " + brand.accent() + "; --background: "
				+ brand.background() + "; --text: " + brand.text() + "; --on-primary: " + brand.onPrimary()
				+ "; --headings: \"" + brand.headings() + "\"; --body: \"" + brand.body() + "\"; }\n";
	}

	private String bar(String name) {
		String sign = Results.logos(this.response)
			.stream()
			.findFirst()
			.map(Logo.Concept::svg)
			.map((svg) -> "<img src=\"data:image/svg+xml;base64,"
					+ Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)) + "\" alt=\""
					+ Xml.escaped(name) + "\">\n")
			.orElseGet(() -> element("p", "name", name));
		String links = IntStream.range(0, this.sections.size())
			.mapToObj((i) -> "<li><a href=\"#part-" + (i + 1) + "\">" + Xml.escaped(this.sections.get(i).name())
					+ "</a></li>\n")
			.collect(Collectors.joining());
		return "<header class=\"bar\"><div class=\"inside\">\n" + sign
				+ (links.isEmpty() ? "" : "<nav><ul>\n" + links + "</ul></nav>\n") + "</div></header>\n";
	}

	private String hero(String name) {
		StringBuilder out = new StringBuilder("<div class=\"hero\"><div class=\"inside\">\n");
		if (this.content.isEmpty() || !SiteSection.hasTemplate(this.response)) {
			out.append(element("p", "note",
					this.words.text("site.missing", PackageMarkdown.status(this.response, this.words))));
		}
		out.append(element("h1", "", this.content.map(Content::tagline).filter((it) -> !it.isBlank()).orElse(name)));
		this.content.ifPresent((it) -> {
			out.append(paragraphs(SiteSection.opening(it)));
			if (!it.callToAction().isBlank() && !this.sections.isEmpty()) {
				out.append("<a class=\"button\" href=\"#part-")
					.append(this.sections.size())
					.append("\">")
					.append(Xml.escaped(it.callToAction()))
					.append("</a>\n");
			}
		});
		return out.append("</div></div>\n").toString();
	}

	private String section(int i) {
		SiteSection section = this.sections.get(i);
		return "<section id=\"part-" + (i + 1) + "\"><div class=\"inside\">\n"
				+ (section.heading().equals(section.name()) ? "" : element("p", "part", section.name()))
				+ element("h2", "", section.heading()) + paragraphs(section.text())
				+ (section.isToWrite() ? element("p", "note", this.words.text("site.to_add", section.purpose())) : "")
				+ "</div></section>\n";
	}

	private static String paragraphs(String text) {
		return text.strip()
			.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> element("p", "", line.strip()))
			.collect(Collectors.joining());
	}

	private static String element(String tag, String style, String text) {
		return "<" + tag + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + Xml.escaped(text) + "</" + tag
				+ ">\n";
	}

}
