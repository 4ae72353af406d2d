package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.enrichment.Logo.Concept;
import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.saga.agent.offline.Style.Family;
import io.coachflow.saga.agent.offline.Style.Symbol;
import io.coachflow.text.PlainText;

/**
 * Draws three logos: the initials, a symbol of the trade, and a sign of its own.
 */
final class LogoAgent {

	private final BriefAnalysis story;

	private final Phrases.LogoTexts texts;

	private final List<Family> families;

	private final List<Typography> typefaces;

	private final int seed;

	private LogoAgent(BriefAnalysis story, Style style) {
		this.story = story;
		this.texts = story.phrases().logo();
		this.families = story.rotated(style.of(story.sector()).colours());
		this.typefaces = story.rotated(style.of(story.sector()).typefaces());
		// Of the name: the logo stays when an answer is polished, and another generation
		// is another logo
		this.seed = Math.floorMod(31 * story.name().hashCode() + 17 * (story.generation() - 1), 1_000_003);
	}

	static Logo make(BriefAnalysis story, Style style) {
		LogoAgent agent = new LogoAgent(story, style);
		return new Logo(List.of(agent.monogram(), agent.symbol(style), agent.mark()));
	}

	private Concept monogram() {
		Palette palette = palette(0);
		String initials = LogoShapes.initials(this.story.name());
		return concept(this.texts.monogram(), Map.of("initials", initials), 0, palette,
				LogoShapes.monogram(initials, palette, typeface(0), this.seed));
	}

	private Concept symbol(Style style) {
		Palette palette = palette(1);
		Symbol symbol = this.story.called(style.symbolsOf(this.story.sector())).getFirst();
		List<String> because = this.story.said(symbol.words())
			.stream()
			.limit(2)
			.map(this.story.wording()::quoted)
			.toList();
		Map<String, String> facts = because.isEmpty() ? Map.of("symbol", symbol.name(this.story.wording()))
				: Map.of("symbol", symbol.name(this.story.wording()), "because", this.story.wording().list(because));
		return concept(this.texts.symbol(), facts, 1, palette, LogoShapes.coloured(symbol.drawing(), palette));
	}

	private Concept mark() {
		Palette palette = palette(2);
		return concept(this.texts.mark(), Map.of("petals", String.valueOf(LogoShapes.petals(this.seed))), 2, palette,
				LogoShapes.turning(palette, this.seed));
	}

	private Concept concept(Phrases.Concept texts, Map<String, String> facts, int at, Palette palette, String sign) {
		String name = this.story.tell(texts.name(), facts).orElse(this.story.name());
		String why = this.story.tell(texts.why(), facts).orElse(name);
		String colours = this.story.tell(this.texts.colours(), Map.of("colours", family(at).name(this.story.wording()),
				"contrast", this.story.wording().number(BigDecimal.valueOf(palette.contrast()))))
			.orElse("");
		return new Concept(PlainText.shortened(name, ResultLimits.LINE),
				PlainText.shortened((why + " " + colours).strip(), ResultLimits.PARAGRAPH), palette, typeface(at),
				Drawing.of(this.story.name(), this.story.tell(this.texts.line()).orElse(""), sign, palette,
						typeface(at)));
	}

	private Palette palette(int at) {
		return Colours.palette(family(at), this.seed + at);
	}

	private Family family(int at) {
		return this.families.get(at % this.families.size());
	}

	private Typography typeface(int at) {
		return this.typefaces.get(at % this.typefaces.size());
	}

}
