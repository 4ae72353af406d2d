package io.coachflow.saga.agent;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;

/**
 * The rules for every result, whoever made it: the limits of the published schemas, and
 * what a schema cannot express (computed contrast, drawings, structured data, order).
 */
public final class AgentResultRules {

	private static final Set<String> COMPETITORS = Set.of("direct", "indirect", "substitute");

	private static final Set<String> NETWORKS = Set.of("linkedin", "instagram", "facebook");

	private AgentResultRules() {
	}

	/**
	 * The violations of a result, in English sentences that quote nothing of it, at most
	 * 30; empty if it may be published.
	 */
	public static List<String> violations(AgentResult result) {
		ResultChecks checks = new ResultChecks();
		switch (result) {
			case Research research -> research(research, checks);
			case Content content -> content(content, checks);
			case Logo logo -> logo(logo, checks);
			case Seo seo -> seo(seo, checks);
			case SiteTemplates templates -> templates(templates, checks);
		}
		return checks.violations();
	}

	private static void research(Research research, ResultChecks checks) {
		if (checks.present("market_size", research.marketSize())) {
			checks.lines("market_size.estimate", research.marketSize().estimate(), ResultLimits.PARAGRAPH);
			checks.lines("market_size.reasoning", research.marketSize().reasoning(), ResultLimits.TEXT);
		}
		checks.each("segments", research.segments(), 2, 6, (where, segment) -> {
			checks.line(where + ".name", segment.name(), ResultLimits.LINE);
			checks.line(where + ".need", segment.need(), ResultLimits.PARAGRAPH);
			checks.line(where + ".channel", segment.channel(), ResultLimits.PARAGRAPH);
		});
		checks.each("competitors", research.competitors(), 2, 6, (where, competitors) -> {
			checks.expect(COMPETITORS.contains(String.valueOf(competitors.kind())),
					where + ".kind must be direct, indirect or substitute");
			checks.line(where + ".description", competitors.description(), ResultLimits.PARAGRAPH);
			checks.line(where + ".advantage", competitors.advantage(), ResultLimits.PARAGRAPH);
		});
		checks.each("opportunities", research.opportunities(), 2, 8,
				(where, text) -> checks.line(where, text, ResultLimits.PARAGRAPH));
		checks.each("risks", research.risks(), 2, 8, (where, risk) -> {
			checks.line(where + ".risk", risk.risk(), ResultLimits.PARAGRAPH);
			checks.line(where + ".mitigation", risk.mitigation(), ResultLimits.PARAGRAPH);
		});
		checks.each("questions_to_validate", research.questionsToValidate(), 3, 10,
				(where, text) -> checks.line(where, text, ResultLimits.PARAGRAPH));
	}

	private static void content(Content content, ResultChecks checks) {
		checks.line("tagline", content.tagline(), ResultLimits.LINE);
		checks.lines("elevator_pitch", content.elevatorPitch(), ResultLimits.PITCH);
		checks.line("call_to_action", content.callToAction(), ResultLimits.ACTION);
		checks.each("homepage", content.homepage(), 3, 8, (where, section) -> {
			checks.line(where + ".heading", section.heading(), ResultLimits.LINE);
			checks.lines(where + ".text", section.text(), ResultLimits.SECTION);
		});
		checks.each("posts", content.posts(), 3, 3, (where, post) -> {
			checks.expect(NETWORKS.contains(String.valueOf(post.network())),
					where + ".network must be linkedin, instagram or facebook");
			checks.lines(where + ".text", post.text(), ResultLimits.POST);
		});
	}

	private static void logo(Logo logo, ResultChecks checks) {
		checks.each("concepts", logo.concepts(), 3, 3, (where, concept) -> {
			checks.line(where + ".name", concept.name(), ResultLimits.LINE);
			checks.line(where + ".rationale", concept.rationale(), ResultLimits.PARAGRAPH);
			if (checks.present(where + ".palette", concept.palette())) {
				palette(where + ".palette", concept.palette(), checks);
			}
			if (checks.present(where + ".typography", concept.typography())) {
				checks.line(where + ".typography.headings", concept.typography().headings(), ResultLimits.TYPEFACE);
				checks.line(where + ".typography.body", concept.typography().body(), ResultLimits.TYPEFACE);
			}
			if (checks.present(where + ".svg", concept.svg())) {
				SvgAllowlist.problem(concept.svg())
					.ifPresent((problem) -> checks.expect(false, where + ".svg: " + problem));
			}
		});
	}

	private static void palette(String where, Logo.Palette palette, ResultChecks checks) {
		boolean colours = List
			.of(String.valueOf(palette.primary()), String.valueOf(palette.accent()),
					String.valueOf(palette.background()), String.valueOf(palette.text()))
			.stream()
			.allMatch(Contrast::isColour);
		checks.expect(colours, where + " needs four colours as #rrggbb, in lower case");
		if (colours) {
			double contrast = Contrast.between(palette.text(), palette.background());
			checks.expect(contrast >= Contrast.AA, where + ": text on background has a contrast of " + contrast
					+ "; at least " + Contrast.AA + " is needed");
			checks.expect(Math.abs(contrast - palette.contrast()) < 0.015,
					where + ".contrast must be that of text on background, which is " + contrast);
		}
	}

	private static void seo(Seo seo, ResultChecks checks) {
		checks.each("primary_keywords", seo.primaryKeywords(), 1, 5,
				(where, keyword) -> checks.line(where, keyword, ResultLimits.KEYWORD));
		checks.distinct("primary_keywords", seo.primaryKeywords());
		checks.each("secondary_keywords", seo.secondaryKeywords(), 0, 15,
				(where, keyword) -> checks.line(where, keyword, ResultLimits.KEYWORD));
		checks.distinct("secondary_keywords", seo.secondaryKeywords());
		checks.line("title", seo.title(), Seo.MAX_TITLE);
		checks.line("description", seo.description(), Seo.MAX_DESCRIPTION);
		checks.each("headings", seo.headings(), 2, 12, (where, heading) -> {
			checks.line(where + ".text", heading.text(), ResultLimits.LINE);
			checks.expect(heading.level() >= 1 && heading.level() <= 3, where + ".level must be 1, 2 or 3");
		});
		List<Integer> levels = seo.headings().stream().map(Seo.Heading::level).toList();
		checks.expect(!levels.isEmpty() && levels.getFirst() == 1 && levels.lastIndexOf(1) == 0,
				"The first heading, and no other, must be of level 1");
		checks.expect(IntStream.range(1, levels.size()).allMatch((at) -> levels.get(at) <= levels.get(at - 1) + 1),
				"The headings skip a level");
		StructuredData.problems(seo.jsonLd()).forEach((problem) -> checks.expect(false, "json_ld: " + problem));
	}

	private static void templates(SiteTemplates templates, ResultChecks checks) {
		checks.each("templates", templates.templates(), 2, 5, (where, template) -> {
			checks.expect(String.valueOf(template.id()).matches("[a-z][a-z0-9-]{0,39}"),
					where + ".id must be a short word in lower case");
			checks.line(where + ".name", template.name(), ResultLimits.LINE);
			checks.number(where + ".score", template.score(), 0, 1);
			checks.each(where + ".reasons", template.reasons(), 1, 5,
					(reason, text) -> checks.line(reason, text, ResultLimits.PARAGRAPH));
			checks.each(where + ".sections", template.sections(), 3, 12, (section, part) -> {
				checks.line(section + ".name", part.name(), ResultLimits.LINE);
				checks.line(section + ".purpose", part.purpose(), ResultLimits.PARAGRAPH);
			});
		});
		checks.distinct("templates", templates.templates().stream().map(SiteTemplates.SiteTemplate::id).toList());
		List<Double> scores = templates.templates().stream().map(SiteTemplates.SiteTemplate::score).toList();
		checks.expect(scores.equals(scores.stream().sorted(Comparator.reverseOrder()).toList()),
				"The templates are not in the order of their scores, the best first");
	}

}
