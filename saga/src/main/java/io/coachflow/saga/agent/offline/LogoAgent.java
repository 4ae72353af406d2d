package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

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
		String initials = LogoDrawing.initials(this.story.name());
		return concept(0, this.texts.monogram(), Map.of("initials", initials),
				(palette, typeface) -> LogoDrawing.monogram(initials, palette, typeface, this.seed));
	}

	private Concept symbol(Style style) {
		Symbol symbol = this.story.called(style.symbolsOf(this.story.sector()), Symbol::words).getFirst();
		Map<String, String> facts = new HashMap<>(Map.of("symbol", symbol.name(this.story.wording())));
		List<String> said = this.story.answers().said(symbol.words());
		if (!said.isEmpty()) {
			facts.put("because",
					this.story.wording().list(said.stream().limit(2).map(this.story.wording()::quoted).toList()));
		}
		return concept(1, this.texts.symbol(), facts,
				(palette, typeface) -> LogoDrawing.coloured(symbol.drawing(), palette));
	}

	private Concept mark() {
		return concept(2, this.texts.mark(), Map.of("petals", String.valueOf(LogoDrawing.petals(this.seed))),
				(palette, typeface) -> LogoDrawing.turning(palette, this.seed));
	}

	private Concept concept(int at, Phrases.Concept texts, Map<String, String> facts,
			BiFunction<Palette, Typography, String> sign) {
		Family family = this.families.get(at % this.families.size());
		Typography typeface = this.typefaces.get(at % this.typefaces.size());
		Palette palette = family.palette(this.seed + at);
		String why = this.story.say(texts.why(), facts) + " "
				+ this.story.say(this.texts.colours(), Map.of("colours", family.name(this.story.wording()), "contrast",
						this.story.wording().number(BigDecimal.valueOf(palette.contrast()))));
		return new Concept(PlainText.shortened(this.story.say(texts.name(), facts), ResultLimits.LINE),
				PlainText.shortened(why, ResultLimits.PARAGRAPH), palette, typeface, LogoDrawing.of(this.story.name(),
						this.story.say(this.texts.line()), sign.apply(palette, typeface), palette, typeface));
	}

}
