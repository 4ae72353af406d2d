package io.coachflow.saga.agent.offline;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.SvgAllowlist;
import io.coachflow.text.PlainText;

/**
 * Draws signs in a square of 100 (initials in a shape, or a figure that turns around its
 * middle) and puts them beside the name.
 */
final class LogoDrawing {

	private static final List<String> SHAPES = List.of("<circle cx='50' cy='50' r='48' fill='{p}'/>",
			"<rect x='3' y='3' width='94' height='94' rx='22' fill='{p}'/>",
			"<polygon points='50,2 93,26 93,74 50,98 7,74 7,26' fill='{p}'/>",
			"<path d='M8 6h84v48q0 30 -42 42q-42 -12 -42 -42z' fill='{p}'/>",
			"<rect x='14' y='14' width='72' height='72' fill='{p}' transform='rotate(45 50 50)'/>");

	private static final List<String> ORNAMENTS = List.of("",
			"<path d='M26 76h48' stroke='{a}' stroke-width='5' stroke-linecap='round'/>",
			"<circle cx='50' cy='80' r='5' fill='{a}'/>");

	private static final List<String> PETALS = List.of("<ellipse cx='50' cy='24' rx='11' ry='22' fill='%s'/>",
			"<rect x='42' y='4' width='16' height='38' rx='8' fill='%s'/>", "<path d='M50 4l14 36h-28z' fill='%s'/>",
			"<circle cx='50' cy='20' r='14' fill='%s'/>", "<path d='M50 46q-24 -20 0 -44q24 24 0 44z' fill='%s'/>");

	private static final int FEWEST_PETALS = 3;

	private static final int KINDS_OF_PETALS = 6;

	private static final int TEXT_WIDTH = 280;

	private static final int LARGEST = 44;

	private static final int SMALLEST = 11;

	private static final int LONGEST_NAME = 40;

	// Of the height of a letter, on average over Latin typefaces, a little generous
	private static final double LETTER_WIDTH = 0.6;

	private LogoDrawing() {
	}

	/** The whole picture, with the sign on the left and the texts on the right. */
	static String of(String name, String tagline, String sign, Palette palette, Typography typography) {
		String shown = PlainText.shortened(name, LONGEST_NAME);
		int length = Math.max(1, shown.codePointCount(0, shown.length()));
		int size = (int) Math.clamp(TEXT_WIDTH / (LETTER_WIDTH * length), SMALLEST, LARGEST);
		String line = PlainText.shortened(tagline, LONGEST_NAME);
		String texts = text(shown, typography.headings(), 700, size, 98, palette.text()) + (line.isBlank() ? ""
				: text(line, typography.body(), 400, 14, 98 + 14 + Math.max(14, size / 2), palette.text()));
		return SvgAllowlist.cleaned("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 180" role="img" aria-label="%s">\
				<title>%s</title><rect width="480" height="180" fill="%s"/>\
				<g transform="translate(30 40)">%s</g>%s</svg>""".formatted(escaped(shown), escaped(shown),
				palette.background(), sign, texts));
	}

	private static String text(String text, String typeface, int weight, int size, int y, String colour) {
		// Only where it would leave the picture, which narrow letters do not
		boolean tooLong = LETTER_WIDTH * size * text.codePointCount(0, text.length()) > TEXT_WIDTH + 20;
		String fitted = tooLong ? " textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"".formatted(TEXT_WIDTH) : "";
		return String.format(Locale.ROOT,
				"""
						<text x="160" y="%d" font-family="'%s', sans-serif" font-weight="%d" font-size="%d" fill="%s"%s>%s</text>\
						""",
				y, typeface, weight, size, colour, fitted, escaped(text));
	}

	static String monogram(String initials, Palette palette, Typography typography, int seed) {
		int size = (initials.codePointCount(0, initials.length()) > 1) ? 38 : 50;
		return coloured(pick(SHAPES, seed) + pick(ORNAMENTS, seed / SHAPES.size()), palette)
				+ "<text x='50' y='%d' text-anchor='middle' font-family=\"'%s', sans-serif\" font-weight='700' font-size='%d' fill='%s'>%s</text>"
					.formatted(52 + size / 3, typography.headings(), size, palette.background(), escaped(initials));
	}

	static int petals(int seed) {
		return FEWEST_PETALS + Math.floorMod(seed, KINDS_OF_PETALS);
	}

	static String turning(Palette palette, int seed) {
		String petal = pick(PETALS, seed / KINDS_OF_PETALS);
		int petals = petals(seed);
		StringBuilder sign = new StringBuilder();
		for (int i = 0; i < petals; i++) {
			// An odd number of arms has one accent, an even one takes turns
			boolean accent = (petals % 2 == 0) ? i % 2 == 1 : i == 0;
			sign.append(String.format(Locale.ROOT, "<g transform='rotate(%.2f 50 50)'>", 360.0 * i / petals))
				.append(petal.formatted(accent ? palette.accent() : palette.primary()))
				.append("</g>");
		}
		return sign.toString();
	}

	static String coloured(String drawing, Palette palette) {
		return drawing.replace("{p}", palette.primary())
			.replace("{a}", palette.accent())
			.replace("{b}", palette.background());
	}

	/** The first letters of the first two words that have some, else the first sign. */
	static String initials(String name) {
		List<String> words = Stream.of(name.split("[^\\p{L}\\p{M}\\p{N}]+")).filter((word) -> !word.isEmpty()).toList();
		List<String> telling = words.stream().filter((word) -> word.codePointCount(0, word.length()) > 2).toList();
		List<String> chosen = (telling.size() > 1) ? telling : words;
		return chosen.isEmpty() ? first(name)
				: chosen.stream()
					.limit(2)
					.map((word) -> first(word).toUpperCase(Locale.ROOT))
					.collect(Collectors.joining());
	}

	private static String first(String text) {
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		characters.first();
		return text.substring(0, characters.next());
	}

	private static String pick(List<String> from, int seed) {
		return from.get(Math.floorMod(seed, from.size()));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
