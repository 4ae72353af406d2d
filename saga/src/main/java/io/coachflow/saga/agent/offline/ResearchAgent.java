package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Research.Competitors;
import io.coachflow.contracts.enrichment.Research.Risk;
import io.coachflow.contracts.enrichment.Research.Segment;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.saga.agent.offline.Phrases.Matter;
import io.coachflow.saga.agent.offline.Phrases.ResearchTexts;
import io.coachflow.saga.agent.offline.SectorTexts.ConditionalText;
import io.coachflow.saga.agent.offline.SectorTexts.RiskTexts;
import io.coachflow.saga.agent.offline.SectorTexts.Rival;
import io.coachflow.saga.agent.offline.SectorTexts.SegmentTexts;
import io.coachflow.text.PlainText;

/**
 * Puts the answers beside what is known of the sector: who might buy, from whom else,
 * what speaks for it and against it, and what to ask first.
 */
final class ResearchAgent {

	private static final int SEGMENTS = 4;

	private static final int OPPORTUNITIES = 5;

	private static final int RISKS = 5;

	private static final int QUESTIONS = 8;

	private static final int PROOF = 200;

	private final BriefAnalysis story;

	private final SectorTexts sector;

	private final ResearchTexts texts;

	private ResearchAgent(BriefAnalysis story) {
		this.story = story;
		this.sector = story.sectorTexts();
		this.texts = story.phrases().research();
	}

	static Research make(BriefAnalysis story) {
		ResearchAgent agent = new ResearchAgent(story);
		return new Research(new Market(story).size(), agent.segments(), agent.competitors(), agent.opportunities(),
				agent.risks(), agent.questions());
	}

	private List<Segment> segments() {
		List<Segment> segments = new ArrayList<>();
		Set<SegmentTexts> used = new HashSet<>();
		for (String group : this.story.answers().groups()) {
			Set<String> stems = this.story.knowledge().vocabulary().stems(group);
			Optional<SegmentTexts> known = this.sector.segments()
				.stream()
				.filter((segment) -> !used.contains(segment) && likeness(segment, stems) > 0)
				.max(Comparator.comparingLong((segment) -> likeness(segment, stems)));
			known.ifPresent(used::add);
			segments.add(segment(PlainText.shortened(this.story.wording().capital(group), ResultLimits.LINE),
					known.map(SegmentTexts::need).orElse(this.texts.need()),
					known.map(SegmentTexts::channel).orElse(this.texts.channel())));
		}
		this.story.called(this.sector.segments(), SegmentTexts::words)
			.stream()
			.filter((segment) -> !used.contains(segment))
			.limit(Math.max(1, SEGMENTS - segments.size()))
			.forEach((segment) -> segments.add(segment(
					this.story.tell(this.texts.supposed(), Map.of("segment", segment.name())).orElse(segment.name()),
					segment.need(), segment.channel())));
		return segments;
	}

	private Segment segment(String name, String need, String channel) {
		return new Segment(name, this.story.say(need), this.story.say(channel));
	}

	private long likeness(SegmentTexts segment, Set<String> group) {
		return segment.words()
			.stream()
			.map(this.story.knowledge().vocabulary()::stems)
			.filter((wanted) -> !wanted.isEmpty() && group.containsAll(wanted))
			.count();
	}

	private List<Competitors> competitors() {
		List<String> strengths = Stream.of(Field.DIFFERENCE, Field.OFFER)
			.flatMap((field) -> this.story.answers().own(field).stream())
			.map((sentence) -> this.story.wording()
				.quoted(PlainText.shortened(this.story.wording().bare(sentence), PROOF)))
			.distinct()
			.toList();
		return List.of(competitors("direct", this.sector.competitors().direct(), strengths, 0),
				competitors("indirect", this.sector.competitors().indirect(), strengths, 1),
				competitors("substitute", this.sector.competitors().substitute(), strengths, 2));
	}

	private Competitors competitors(String kind, Rival rival, List<String> strengths, int at) {
		Map<String, String> facts = strengths.isEmpty() ? Map.of("proof", rival.proof())
				: Map.of("proof", rival.proof(), "strength", strengths.get(at % strengths.size()));
		String advantage = this.story
			.tell(strengths.isEmpty() ? this.texts.noAdvantage() : this.texts.advantage(), facts)
			.orElse(rival.proof());
		return new Competitors(kind, paragraph(this.story.say(rival.who())), paragraph(advantage));
	}

	private List<String> opportunities() {
		Stream<String> ofWords = this.story.rotated(this.texts.keywords())
			.stream()
			.map(this.story::tell)
			.flatMap(Optional::stream)
			.limit(1);
		return Stream
			.concat(ofWords,
					this.story.called(this.sector.opportunities(), ConditionalText::words)
						.stream()
						.map((opportunity) -> this.story.say(opportunity.text())))
			.map(ResearchAgent::paragraph)
			.limit(OPPORTUNITIES)
			.toList();
	}

	private List<Risk> risks() {
		List<Matter> risks = new ArrayList<>();
		if (this.story.figures().lowest().isEmpty()) {
			risks.add(this.texts.noPrice());
		}
		if (this.story.answers().sentences(Field.DIFFERENCE).stream().noneMatch(ResearchAgent::hasFigure)) {
			risks.add(this.texts.noFigure());
		}
		if (this.story.place().city() == null) {
			risks.add(this.texts.noCity());
		}
		this.story.called(this.sector.risks(), RiskTexts::words)
			.forEach((risk) -> risks.add(new Matter(risk.risk(), risk.mitigation())));
		return risks.stream()
			.limit(RISKS)
			.map((matter) -> new Risk(paragraph(this.story.say(matter.risk())),
					paragraph(this.story.say(matter.mitigation()))))
			.toList();
	}

	private static boolean hasFigure(String sentence) {
		return sentence.chars().anyMatch(Character::isDigit);
	}

	private List<String> questions() {
		List<String> questions = new ArrayList<>();
		if (this.story.figures().lowest().isEmpty()) {
			questions.add(this.texts.askPrice());
		}
		questions.addAll(List.of(this.texts.askAudience(), this.texts.askDifference()));
		questions.addAll(this.story.rotated(this.sector.questions()));
		return questions.stream()
			.map(this.story::tell)
			.flatMap(Optional::stream)
			.map(ResearchAgent::paragraph)
			.limit(QUESTIONS)
			.toList();
	}

	private static String paragraph(String text) {
		return PlainText.shortened(text, ResultLimits.PARAGRAPH);
	}

}
