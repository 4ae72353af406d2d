package io.coachflow.saga.agent.offline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

	private final SectorTexts sector;

	private ContentAgent(BriefAnalysis story) {
		this.story = story;
		this.sector = story.sectorTexts();
	}

	static Content make(BriefAnalysis story) {
		ContentAgent agent = new ContentAgent(story);
		String tagline = tagline(story);
		return new Content(tagline, agent.pitch(), agent.homepage(tagline), agent.action(), agent.posts());
	}

	/** A short sentence of the answers, where there is one; else their keywords. */
	static String tagline(BriefAnalysis story) {
		Wording wording = story.wording();
		List<String> said = Stream.of(Field.DIFFERENCE, Field.MISSION, Field.OFFER)
			.flatMap((field) -> story.own(field).stream())
			.filter((sentence) -> !dangles(story, sentence))
			.map((sentence) -> (sentence.length() <= LONGEST_TAGLINE) ? sentence
					: Clauses.upTo(sentence, LONGEST_TAGLINE).orElse(sentence))
			.map((sentence) -> wording.set(wording.capital(wording.bare(sentence))))
			.filter((sentence) -> sentence.length() >= SHORTEST_TAGLINE && sentence.length() <= LONGEST_TAGLINE)
			.toList();
		List<String> made = story.phrases()
			.content()
			.taglines()
			.stream()
			.map(story::tell)
			.flatMap(Optional::stream)
			.filter((line) -> line.codePointCount(0, line.length()) <= ResultLimits.LINE)
			.toList();
		List<String> all = new ArrayList<>(said);
		all.addAll(made);
		// The first generation says it in the entrepreneur's words
		return all.get((story.generation() - 1) % all.size());
	}

	private static boolean dangles(BriefAnalysis story, String sentence) {
		return Stream.of(PlainText.lower(sentence).split("[^\\p{L}]+"))
			.anyMatch((word) -> story.phrases().dangling().contains(word));
	}

	private String action() {
		return this.story.called(this.sector.actions()).getFirst().text();
	}

	private String pitch() {
		return PlainText.shortened(this.story.tell(this.story.phrases().content().pitch(), spoken())
			.orElseGet(() -> this.story.say(this.story.phrases().unreadable())), ResultLimits.PITCH);
	}

	private Map<String, String> spoken() {
		Map<String, String> spoken = new TreeMap<>();
		SPOKEN.forEach((field, longest) -> this.story.clause(field, longest)
			.ifPresent((clause) -> spoken.put("p_" + field.name().toLowerCase(Locale.ROOT), clause)));
		return spoken;
	}

	private List<Section> homepage(String tagline) {
		SectorTexts.Headings headings = this.sector.headings();
		List<Section> sections = new ArrayList<>();
		sections.add(new Section(tagline, this.story.passage(Field.MISSION, LONG).orElse(unreadable())));
		sections.add(new Section(headings.offer(), this.story.passage(Field.OFFER, LONG).orElse(unreadable())));
		section(headings.difference(), Field.DIFFERENCE).ifPresent(sections::add);
		section(headings.audience(), Field.AUDIENCE).ifPresent(sections::add);
		section(headings.vision(), Field.VISION).ifPresent(sections::add);
		sections.add(new Section(headings.visit(), this.story.say(this.sector.visit())));
		return sections;
	}

	private Optional<Section> section(String heading, Field field) {
		return this.story.passage(field, LONG).map((text) -> new Section(heading, text));
	}

	private String unreadable() {
		return this.story.say(this.story.phrases().unreadable());
	}

	private List<Post> posts() {
		Phrases.Posts texts = this.story.phrases().content().posts();
		return List.of(post("linkedin", this.sector.hooks().linkedin(), texts.linkedin(), 3),
				post("instagram", this.sector.hooks().instagram(), texts.instagram(), MOST_HASHTAGS),
				post("facebook", this.sector.hooks().facebook(), texts.facebook(), 2));
	}

	private Post post(String network, String hook, String template, int hashtags) {
		Map<String, String> parts = passages(SHORT);
		// Every other generation begins with the business instead of the trade
		parts.put("hook", (this.story.generation() % 2 == 1) ? this.story.say(hook)
				: this.story.wording().sentence(tagline(this.story)));
		parts.put("action", action());
		parts.put("tags", hashtags().stream().limit(hashtags).collect(Collectors.joining(" ")));
		String text = this.story.tell(template, parts).orElseGet(() -> this.story.say(hook));
		return new Post(network, PlainText.shortened(text.strip(), ResultLimits.POST));
	}

	/**
	 * Whole sentences of each answer, by the name of its field; each generation others.
	 */
	private Map<String, String> passages(int longest) {
		Map<String, String> passages = new TreeMap<>();
		for (Field field : Field.values()) {
			this.story.passage(this.story.turned(this.story.own(field)), longest)
				.ifPresent((passage) -> passages.put("p_" + field.name().toLowerCase(Locale.ROOT), passage));
		}
		return passages;
	}

	private List<String> hashtags() {
		Set<String> tags = new LinkedHashSet<>();
		Stream
			.of(Stream.of(this.story.name()), this.story.keywords().stream().limit(2),
					Stream.ofNullable(this.story.place().city()), this.story.keywords().stream().skip(2))
			.flatMap((words) -> words)
			.map(this::hashtag)
			.filter((tag) -> tag.length() > 2 && tag.length() <= LONGEST_HASHTAG)
			.forEach(tags::add);
		return List.copyOf(tags);
	}

	private String hashtag(String words) {
		String joined = Stream.of(Normalizer.normalize(words, Normalizer.Form.NFC).split("[^\\p{L}\\p{N}\\p{M}]+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> this.story.wording().capital(word))
			.collect(Collectors.joining());
		return "#" + joined;
	}

}
