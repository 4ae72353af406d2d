package io.coachflow.saga.agent;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.Seo.Heading;
import io.coachflow.contracts.enrichment.SiteTemplates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AgentResultRulesTests {

	private static final String SVG = "<svg viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>";

	private static final Map<String, Object> DATA = Map.of("@context", "https://schema.org", "@type", "Bakery", "name",
			"Crumb", "description", "Bread");

	@ParameterizedTest
	@MethodSource("good")
	void acceptWhatMayBePublished(AgentResult result) {
		assertThat(AgentResultRules.violations(result)).isEmpty();
	}

	static Stream<AgentResult> good() {
		return Stream.of(research("size"), content("Bread for all\nof you"), logo("#ffffff", "#000000", 21, SVG),
				seo("title", DATA, List.of(new Heading(1, "Bread"), new Heading(2, "Rye"))), templates(0.9, 0.1));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("bad")
	void sayWhatIsWrong(String words, AgentResult result) {
		assertThat(AgentResultRules.violations(result)).anySatisfy((violation) -> assertThat(violation).contains(words))
			.hasSizeLessThan(31)
			.allSatisfy((violation) -> assertThat(violation).hasSizeLessThan(200));
	}

	static Stream<Arguments> bad() {
		List<Heading> headings = List.of(new Heading(1, "Bread"), new Heading(2, "Rye"));
		return Stream.of(arguments("market_size.estimate is empty", research(" ")),
				arguments("601 characters; at most 600", research("🥖".repeat(601))),
				arguments("contains HTML", research("see <a href=x>")), arguments("contains HTML", research("a<!-- x")),
				arguments("control characters", research("a\u0007b")),
				arguments("control characters", research("a\uD800b")),
				arguments("control characters", research("a\u202Eb")), arguments("white space", research(" a")),
				arguments("elevator_pitch is empty", content(null)),
				arguments("contrast of 1.0", logo("#ffffff", "#ffffff", 1, SVG)),
				arguments("contrast of 4.47", logo("#777777", "#ffffff", 4.5, SVG)),
				arguments("which is 21.0", logo("#ffffff", "#000000", 20, SVG)),
				arguments("four colours", logo("white", "#000000", 21, SVG)),
				arguments("svg: The element <script>",
						logo("#ffffff", "#000000", 21, "<svg viewBox=\"0 0 9 9\"><script/></svg>")),
				arguments("svg is missing", logo("#ffffff", "#000000", 21, null)),
				arguments("61 characters; at most 60", seo("a".repeat(61), DATA, headings)),
				arguments("no other, must be of level 1",
						seo("a", DATA, List.of(new Heading(2, "a"), new Heading(1, "b")))),
				arguments("skip a level", seo("a", DATA, List.of(new Heading(1, "a"), new Heading(3, "b")))),
				arguments("@context", seo("a", Map.of("@type", "Bakery", "name", "a", "description", "b"), headings)),
				arguments("@type", seo("a", with("@type", "Person"), headings)),
				arguments("property", seo("a", with("sameAs", "https://evil.example"), headings)),
				arguments("address", seo("a", with("address", "here"), headings)),
				arguments("field is empty", seo("a", with("knowsAbout", List.of()), headings)),
				arguments("contains HTML", seo("a", with("slogan", "</script><script>"), headings)),
				arguments("order of their scores", templates(0.1, 0.9)), arguments("score", templates(1.1, 0.1)),
				arguments("two decimals", templates(0.999, 0.1)));
	}

	private static Map<String, Object> with(String key, Object value) {
		return Stream
			.concat(DATA.entrySet().stream().filter((entry) -> !entry.getKey().equals(key)),
					Stream.of(Map.entry(key, value)))
			.collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static Research research(String estimate) {
		return new Research(new Research.MarketSize(estimate, "reasoning"),
				Collections.nCopies(2, new Research.Segment("name", "need", "channel")),
				Collections.nCopies(2, new Research.Competitors("direct", "who", "why")), List.of("one", "two"),
				Collections.nCopies(2, new Research.Risk("risk", "cure")), List.of("one?", "two?", "three?"));
	}

	private static Content content(String pitch) {
		return new Content("tagline", pitch, Collections.nCopies(3, new Content.Section("heading", "text")), "Call",
				Collections.nCopies(3, new Content.Post("linkedin", "text")));
	}

	private static Logo logo(String text, String background, double contrast, String svg) {
		return new Logo(Collections.nCopies(3,
				new Logo.Concept("name", "why", new Logo.Palette("#112233", "#445566", background, text, contrast),
						new Logo.Typography("Lora", "Inter"), svg)));
	}

	private static Seo seo(String title, Map<String, Object> data, List<Heading> headings) {
		return new Seo(List.of("bread"), List.of(), title, "description", headings, data);
	}

	private static SiteTemplates templates(double first, double second) {
		List<SiteTemplates.PageSection> sections = Collections.nCopies(3, new SiteTemplates.PageSection("name", "why"));
		return new SiteTemplates(List.of(new SiteTemplates.SiteTemplate("one", "One", first, List.of("why"), sections),
				new SiteTemplates.SiteTemplate("two", "Two", second, List.of("why"), sections)));
	}

}
