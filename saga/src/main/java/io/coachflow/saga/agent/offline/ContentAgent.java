package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Content.Post;
import io.coachflow.contracts.enrichment.Content.Section;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.text.PlainText;

/**
 * Arranges the entrepreneur's own sentences into texts to publish.
 */
final class ContentAgent {

	// A tagline is heard once
	private static final int LONGEST_TAGLINE = 70;

	private static final int SHORTEST_TAGLINE = 18;

	private static final Map<Field, Integer> SPOKEN = Map.of(Field.MISSION, 190, Field.AUDIENCE, 120, Field.DIFFERENCE,
			120, Field.OFFER, 150);

	private static final int SHORT = 280;

	private static final int LONG = 700;

	private static final int MOST_HASHTAGS = 5;

	private static final int LONGEST_HASHTAG = 28;

	private final BriefAnalysis story;

	private final Answers answers;

	private final Wording wording;

	private final SectorTexts sector;

	private final Phrases.ContentTexts texts;

	private final String tagline;

	private ContentAgent(BriefAnalysis story) {
		this.story = story;
		this.answers = story.answers();
		this.wording = story.wording();
		this.sector = story.sectorTexts();
		this.texts = story.phrases().content();
		List<String> taglines = Stream.concat(saidTaglines(), madeTaglines()).toList();
		// The first generation says it in the entrepreneur's words
		this.tagline = taglines.get((story.generation() - 1) % taglines.size());
	}

	static Content make(BriefAnalysis story) {
		ContentAgent agent = new ContentAgent(story);
		return new Content(agent.tagline, agent.pitch(), agent.homepage(), story.action(), agent.posts());
	}

	private Stream<String> saidTaglines() {
		return Stream.of(Field.DIFFERENCE, Field.MISSION, Field.OFFER)
			.flatMap((field) -> this.answers.own(field).stream())
			.filter((sentence) -> !dangles(sentence))
			.map((sentence) -> (sentence.length() <= LONGEST_TAGLINE) ? sentence
					: Answers.beginning(sentence, LONGEST_TAGLINE).orElse(sentence))
			.map((sentence) -> this.wording.set(this.wording.capital(this.wording.bare(sentence))))
			.filter((sentence) -> sentence.length() >= SHORTEST_TAGLINE && sentence.length() <= LONGEST_TAGLINE);
	}

	private Stream<String> madeTaglines() {
		return this.texts.taglines()
			.stream()
			.map(this.story::tell)
			.flatMap(Optional::stream)
			.filter((line) -> line.codePointCount(0, line.length()) <= ResultLimits.LINE);
	}

	// Points to another sentence
	private boolean dangles(String sentence) {
		return Stream.of(PlainText.lower(sentence).split("[^\\p{L}]+"))
			.anyMatch(this.story.phrases().dangling()::contains);
	}

	private String pitch() {
		Map<String, String> spoken = parts(
				(field) -> Optional.ofNullable(SPOKEN.get(field)).flatMap((most) -> this.answers.clause(field, most)));
		return PlainText.shortened(this.story.tell(this.texts.pitch(), spoken).orElseGet(this::unreadable),
				ResultLimits.PITCH);
	}

	private List<Section> homepage() {
		SectorTexts.Headings headings = this.sector.headings();
		List<Section> sections = new ArrayList<>();
		sections.add(new Section(this.tagline, passage(Field.MISSION).orElseGet(this::unreadable)));
		sections.add(new Section(headings.offer(), passage(Field.OFFER).orElseGet(this::unreadable)));
		passage(Field.DIFFERENCE).ifPresent((text) -> sections.add(new Section(headings.difference(), text)));
		passage(Field.AUDIENCE).ifPresent((text) -> sections.add(new Section(headings.audience(), text)));
		passage(Field.VISION).ifPresent((text) -> sections.add(new Section(headings.vision(), text)));
		sections.add(new Section(headings.visit(), this.story.say(this.sector.visit())));
		return sections;
	}

	private Optional<String> passage(Field field) {
		return this.answers.passage(this.answers.own(field), LONG);
	}

	private String unreadable() {
		return this.story.say(this.story.phrases().unreadable());
	}

	private List<Post> posts() {
		// Each generation quotes other sentences
		Map<String, String> parts = parts(
				(field) -> this.answers.passage(this.answers.turned(this.answers.own(field)), SHORT));
		parts.put("action", this.story.action());
		List<String> hashtags = hashtags();
		SectorTexts.Hooks hooks = this.sector.hooks();
		Phrases.Posts posts = this.texts.posts();
		return List.of(post("linkedin", hooks.linkedin(), posts.linkedin(), parts, hashtags.stream().limit(3)),
				post("instagram", hooks.instagram(), posts.instagram(), parts, hashtags.stream().limit(MOST_HASHTAGS)),
				post("facebook", hooks.facebook(), posts.facebook(), parts, hashtags.stream().limit(2)));
	}

	private Post post(String network, String hook, String template, Map<String, String> parts, Stream<String> tags) {
		// Every other generation begins with the business instead of the trade
		parts.put("hook",
				(this.story.generation() % 2 == 1) ? this.story.say(hook) : this.wording.sentence(this.tagline));
		parts.put("tags", tags.collect(Collectors.joining(" ")));
		String text = this.story.tell(template, parts).orElseGet(() -> this.story.say(hook));
		return new Post(network, PlainText.shortened(text.strip(), ResultLimits.POST));
	}

	private static Map<String, String> parts(Function<Field, Optional<String>> text) {
		Map<String, String> parts = new HashMap<>();
		for (Field field : Field.values()) {
			text.apply(field).ifPresent((part) -> parts.put("p_" + field.name().toLowerCase(Locale.ROOT), part));
		}
		return parts;
	}

	private List<String> hashtags() {
		List<String> keywords = this.story.keywords();
		return Stream
			.of(Stream.of(this.story.name()), keywords.stream().limit(2), Stream.ofNullable(this.story.place().city()),
					keywords.stream().skip(2))
			.flatMap((words) -> words)
			.map((words) -> Stream.of(words.split("[^\\p{L}\\p{N}\\p{M}]+"))
				.filter((word) -> !word.isEmpty())
				.map(this.wording::capital)
				.collect(Collectors.joining("", "#", "")))
			.filter((tag) -> tag.length() > 2 && tag.length() <= LONGEST_HASHTAG)
			.distinct()
			.toList();
	}

}
