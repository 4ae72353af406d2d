package io.coachflow.saga.agent.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Logo.Concept;
import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.llm.Described;
import io.coachflow.saga.agent.Contrast;
import io.coachflow.saga.agent.SvgAllowlist;

record LogoDraft(@Described("Three, of different ideas") List<ConceptDraft> concepts) implements Draft {

	record ConceptDraft(String name, @Described("Why it fits this business") String rationale,
			@Described("#rrggbb") String primary, @Described("#rrggbb") String accent,
			@Described("#rrggbb") String background,
			@Described("#rrggbb, with a contrast of at least 4.5 on the background") String text,
			@Described("A free typeface") String headingTypeface, @Described("A free typeface") String bodyTypeface,
			@Described("The whole drawing, an <svg> element") String svg) {

		Concept finish() {
			return new Concept(this.name.strip(), this.rationale.strip(), palette(),
					new Typography(this.headingTypeface.strip(), this.bodyTypeface.strip()),
					SvgAllowlist.cleaned(this.svg));
		}

		/** Computes the contrast, instead of asking the model for it. */
		private Palette palette() {
			List<String> colours = Stream.of(this.primary, this.accent, this.background, this.text)
				.map((colour) -> colour.strip().toLowerCase(Locale.ROOT))
				.toList();
			double contrast = colours.stream().allMatch(Contrast::isColour)
					? Contrast.between(colours.get(3), colours.get(2)) : 1;
			return new Palette(colours.get(0), colours.get(1), colours.get(2), colours.get(3), contrast);
		}

	}

	@Override
	public AgentResult finish(Brief brief) {
		return new Logo(this.concepts.stream().map(ConceptDraft::finish).toList());
	}

}
