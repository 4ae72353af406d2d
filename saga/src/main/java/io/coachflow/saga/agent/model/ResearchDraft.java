package io.coachflow.saga.agent.model;

import java.util.List;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Research.Competitors;
import io.coachflow.contracts.enrichment.Research.MarketSize;
import io.coachflow.contracts.enrichment.Research.Risk;
import io.coachflow.contracts.enrichment.Research.Segment;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.llm.Described;

record ResearchDraft(@Described("How big the market is, in words and rough figures") String marketSize,
		@Described("How one gets there: each step, each assumption called one") String marketReasoning,
		@Described("2 to 6") List<SegmentDraft> segments,
		@Described("2 to 6, of different kinds") List<CompetitorDraft> competitors,
		@Described("2 to 8 sentences") List<String> opportunities, @Described("2 to 8") List<RiskDraft> risks,
		@Described("3 to 10 questions to find out before anything else, the most important first") List<String> questionsToValidate)
		implements
			Draft {

	enum Kind {

		DIRECT, INDIRECT, SUBSTITUTE

	}

	record SegmentDraft(String name, @Described("What the group wants") String need,
			@Described("Where to reach it") String channel) {
	}

	record CompetitorDraft(Kind kind, @Described("Who they are, as a group; no invented company") String description,
			@Described("How this business differs") String advantage) {
	}

	record RiskDraft(String risk, @Described("What to do about it") String mitigation) {
	}

	@Override
	public AgentResult finish(Brief brief) {
		return new Research(new MarketSize(this.marketSize.strip(), this.marketReasoning.strip()), this.segments
			.stream()
			.map((segment) -> new Segment(segment.name().strip(), segment.need().strip(), segment.channel().strip()))
			.toList(),
				this.competitors.stream()
					.map((group) -> new Competitors(Draft.id(group.kind()), group.description().strip(),
							group.advantage().strip()))
					.toList(),
				Draft.stripped(this.opportunities),
				this.risks.stream().map((risk) -> new Risk(risk.risk().strip(), risk.mitigation().strip())).toList(),
				Draft.stripped(this.questionsToValidate));
	}

}
