package io.coachflow.saga.agent.model;

import java.util.List;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Seo.Heading;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.llm.Described;
import io.coachflow.saga.agent.StructuredData;
import io.coachflow.text.Sectors;

record SeoDraft(@Described("1 to 5, as people type them") List<String> primaryKeywords,
		@Described("5 to 15, longer ones") List<String> secondaryKeywords,
		@Described("At most 60 characters") String title, @Described("At most 160 characters") String description,
		@Described("2 to 12; the first alone of level 1, none skips a level") List<HeadingDraft> headings)
		implements
			Draft {

	private static final StructuredData STRUCTURED_DATA = new StructuredData(Sectors.load());

	record HeadingDraft(@Described("1, 2 or 3") int level, String text) {
	}

	/**
	 * Builds the structured data from facts, so that the model need not be asked for it.
	 */
	@Override
	public AgentResult finish(Brief brief) {
		List<String> keywords = Draft.stripped(this.primaryKeywords);
		String summary = this.description.strip();
		return new Seo(keywords, Draft.stripped(this.secondaryKeywords), this.title.strip(), summary,
				this.headings.stream().map((heading) -> new Heading(heading.level(), heading.text().strip())).toList(),
				STRUCTURED_DATA.of(brief, summary, null, keywords));
	}

}
