package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.SiteTemplates.PageSection;
import io.coachflow.contracts.enrichment.SiteTemplates.SiteTemplate;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.text.PlainText;

/**
 * Ranks templates for the website by the sector and by the words of the answers.
 */
final class TemplateAgent {

	private static final int MOST = 4;

	private static final int FEWEST = 3;

	// In hundredths
	private static final int LEAST = 30;

	// In hundredths; what the entrepreneur says weighs as much as the sector
	private static final int PER_WORD = 9;

	private static final int MOST_FOR_WORDS = 45;

	private static final int UNKNOWN_SECTOR = 15;

	private static final int MOST_NAMED_WORDS = 4;

	private final BriefAnalysis story;

	private TemplateAgent(BriefAnalysis story) {
		this.story = story;
	}

	static SiteTemplates make(BriefAnalysis story) {
		TemplateAgent agent = new TemplateAgent(story);
		return new SiteTemplates(story.knowledge()
			.templates()
			.stream()
			.sorted(Comparator.comparingInt((TemplateKnowledge template) -> -agent.score(template))
				.thenComparing(TemplateKnowledge::id))
			.limit(MOST)
			.filter((template) -> agent.score(template) >= LEAST || agent.best(template))
			.map(agent::template)
			.toList());
	}

	/** Whether it is one of the few that are named even where nothing fits well. */
	private boolean best(TemplateKnowledge template) {
		return this.story.knowledge()
			.templates()
			.stream()
			.filter((other) -> score(other) > score(template)
					|| (score(other) == score(template) && other.id().compareTo(template.id()) < 0))
			.count() < FEWEST;
	}

	private int score(TemplateKnowledge template) {
		return template.sectors().getOrDefault(this.story.sector(), UNKNOWN_SECTOR)
				+ Math.min(MOST_FOR_WORDS, PER_WORD * this.story.said(template.words()).size());
	}

	private SiteTemplate template(TemplateKnowledge template) {
		Phrases.TemplateTexts texts = this.story.phrases().template();
		List<String> said = this.story.said(template.words())
			.stream()
			.limit(MOST_NAMED_WORDS)
			.map(this.story.wording()::quoted)
			.toList();
		List<String> reasons = new ArrayList<>(List.of(this.story.say(template.reason())));
		if (!said.isEmpty()) {
			this.story.tell(texts.words(), Map.of("words", this.story.wording().list(said))).ifPresent(reasons::add);
		}
		else {
			this.story.tell(texts.keywords()).ifPresent(reasons::add);
		}
		if (template.sectors().containsKey(this.story.sector())) {
			this.story.tell(texts.sector()).ifPresent(reasons::add);
		}
		return new SiteTemplate(template.id(), template.name(), score(template) / 100.0,
				reasons.stream().map((reason) -> PlainText.shortened(reason, ResultLimits.PARAGRAPH)).toList(),
				template.sections()
					.stream()
					.flatMap((section) -> Stream.of(new PageSection(this.story.wording().set(section.name()),
							PlainText.shortened(this.story.say(section.purpose()), ResultLimits.PARAGRAPH))))
					.toList());
	}

}
