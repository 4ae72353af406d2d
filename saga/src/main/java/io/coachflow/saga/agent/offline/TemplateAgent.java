package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.SiteTemplates.PageSection;
import io.coachflow.contracts.enrichment.SiteTemplates.SiteTemplate;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.saga.agent.offline.Knowledge.PageTemplate;
import io.coachflow.text.PlainText;

/**
 * Ranks templates for the website by the sector and by the words of the answers. Scores
 * are in hundredths.
 */
final class TemplateAgent {

	private static final int MOST = 4;

	private static final int FEWEST = 3;

	private static final int LEAST = 30;

	// What the entrepreneur says weighs as much as the sector
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
		List<PageTemplate> best = story.knowledge()
			.templates()
			.stream()
			.sorted(Comparator.comparingInt((PageTemplate template) -> -agent.score(template))
				.thenComparing(PageTemplate::id))
			.limit(MOST)
			.toList();
		int fitting = (agent.score(best.getLast()) >= LEAST) ? MOST : FEWEST;
		return new SiteTemplates(best.stream().limit(fitting).map(agent::template).toList());
	}

	private int score(PageTemplate template) {
		return template.sectors().getOrDefault(this.story.sector(), UNKNOWN_SECTOR)
				+ Math.min(MOST_FOR_WORDS, PER_WORD * this.story.answers().said(template.words()).size());
	}

	private SiteTemplate template(PageTemplate template) {
		Phrases.TemplateTexts texts = this.story.phrases().template();
		List<String> said = this.story.answers()
			.said(template.words())
			.stream()
			.limit(MOST_NAMED_WORDS)
			.map(this.story.wording()::quoted)
			.toList();
		List<String> reasons = new ArrayList<>(List.of(this.story.say(template.reason())));
		this.story
			.tell(said.isEmpty() ? texts.keywords() : texts.words(), Map.of("words", this.story.wording().list(said)))
			.ifPresent(reasons::add);
		if (template.sectors().containsKey(this.story.sector())) {
			reasons.add(this.story.say(texts.sector()));
		}
		return new SiteTemplate(template.id(), template.name(), score(template) / 100.0,
				reasons.stream().map(TemplateAgent::paragraph).toList(),
				template.sections()
					.stream()
					.map((section) -> new PageSection(this.story.wording().set(section.name()),
							paragraph(this.story.say(section.purpose()))))
					.toList());
	}

	private static String paragraph(String text) {
		return PlainText.shortened(text, ResultLimits.PARAGRAPH);
	}

}
