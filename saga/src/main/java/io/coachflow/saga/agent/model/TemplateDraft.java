package io.coachflow.saga.agent.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.SiteTemplates.PageSection;
import io.coachflow.contracts.enrichment.SiteTemplates.SiteTemplate;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.llm.Described;

record TemplateDraft(@Described("2 to 5") List<SiteDraft> templates) implements Draft {

	record SiteDraft(@Described("A short English word in lower case, such as booking") String id, String name,
			@Described("How well it fits, 0 to 1") double score, @Described("1 to 5 sentences") List<String> reasons,
			@Described("3 to 12, from the top of the page") List<SectionDraft> sections) {

		SiteTemplate finish() {
			return new SiteTemplate(this.id.strip(), this.name.strip(), twoDecimals(this.score),
					Draft.stripped(this.reasons),
					this.sections.stream()
						.map((section) -> new PageSection(section.name().strip(), section.purpose().strip()))
						.toList());
		}

		private static double twoDecimals(double score) {
			return Double.isFinite(score) ? BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).doubleValue()
					: score;
		}

	}

	record SectionDraft(String name, @Described("What it is for, in one sentence") String purpose) {
	}

	/** Sorts by score, because models do not keep the order. */
	@Override
	public AgentResult finish(Brief brief) {
		return new SiteTemplates(this.templates.stream()
			.map(SiteDraft::finish)
			.sorted(Comparator.comparingDouble(SiteTemplate::score).reversed())
			.toList());
	}

}
