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
		for (String group : Groups.of(this.story)) {
			Optional<SegmentTexts> known = this.sector.segments()
				.stream()
				.filter((segment) -> !used.contains(segment) && likeness(segment, group) > 0)
				.max(Comparator.comparingInt((segment) -> likeness(segment, group)));
			known.ifPresent(used::add);
			segments.add(new Segment(line(this.story.wording().capital(group)),
					known.map(SegmentTexts::need).orElseGet(() -> this.story.say(this.texts.need())),
					known.map(SegmentTexts::channel).orElseGet(() -> this.story.say(this.texts.channel()))));
		}
		this.story.called(this.sector.segments())
			.stream()
			.filter((segment) -> !used.contains(segment))
			.limit(Math.max(1, SEGMENTS - segments.size()))
			.forEach((segment) -> segments.add(new Segment(
					this.story.tell(this.texts.supposed(), Map.of("segment", segment.name())).orElse(segment.name()),
					segment.need(), segment.channel())));
		return segments.stream()
			.map((segment) -> new Segment(segment.name(), this.story.wording().set(segment.need()),
					this.story.wording().set(segment.channel())))
			.toList();
	}

	private int likeness(SegmentTexts segment, String group) {
		Set<String> stems = this.story.knowledge().vocabulary().stems(group);
		return (int) segment.words()
			.stream()
			.map((word) -> this.story.knowledge().vocabulary().stems(word))
			.filter((wanted) -> !wanted.isEmpty() && stems.containsAll(wanted))
			.count();
	}

	private List<Competitors> competitors() {
		List<String> strengths = Stream
			.concat(this.story.own(Field.DIFFERENCE).stream(), this.story.own(Field.OFFER).stream())
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
		String advantage = this.story.tell(this.texts.advantage(), facts)
			.or(() -> this.story.tell(this.texts.noAdvantage(), facts))
			.orElse(rival.proof());
		return new Competitors(kind, paragraph(this.story.say(rival.who())), paragraph(advantage));
	}

	private List<String> opportunities() {
		return Stream.concat(
				this.story.rotated(this.texts.keywords())
					.stream()
					.map(this.story::tell)
					.flatMap(Optional::stream)
					.limit(1),
				this.story.called(this.sector.opportunities()).stream().map(ConditionalText::text).map(this.story::say))
			.map(ResearchAgent::paragraph)
			.distinct()
			.limit(OPPORTUNITIES)
			.toList();
	}

	private List<Risk> risks() {
		List<Matter> shown = new ArrayList<>();
		if (this.story.figures().lowest().isEmpty()) {
			shown.add(this.texts.noPrice());
		}
		if (this.story.sentences(Field.DIFFERENCE).stream().noneMatch((sentence) -> sentence.matches(".*\\d.*"))) {
			shown.add(this.texts.noFigure());
		}
		if (this.story.place().city() == null) {
			shown.add(this.texts.noCity());
		}
		return Stream
			.concat(shown.stream(),
					this.story.called(this.sector.risks())
						.stream()
						.map((risk) -> new Matter(risk.risk(), risk.mitigation())))
			.flatMap((matter) -> this.story.tell(matter.risk())
				.map((risk) -> new Risk(paragraph(risk), paragraph(this.story.say(matter.mitigation()))))
				.stream())
			.limit(RISKS)
			.toList();
	}

	private List<String> questions() {
		List<String> own = new ArrayList<>(List.of(this.texts.askAudience(), this.texts.askDifference()));
		if (this.story.figures().lowest().isEmpty()) {
			own.addFirst(this.texts.askPrice());
		}
		return Stream.concat(own.stream(), this.story.rotated(this.sector.questions()).stream())
			.map(this.story::tell)
			.flatMap(Optional::stream)
			.map(ResearchAgent::paragraph)
			.limit(QUESTIONS)
			.toList();
	}

	private static String paragraph(String text) {
		return PlainText.shortened(text, ResultLimits.PARAGRAPH);
	}

	private static String line(String text) {
		return PlainText.shortened(text, ResultLimits.LINE);
	}

}
