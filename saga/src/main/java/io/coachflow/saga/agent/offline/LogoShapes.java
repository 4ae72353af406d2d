package io.coachflow.saga.agent.offline;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;

/**
 * Draws signs in a square of 100: initials in a shape, or a figure that turns around its
 * middle.
 */
final class LogoShapes {

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

	private LogoShapes() {
	}

	static String monogram(String initials, Palette palette, Typography typography, int seed) {
		int size = (initials.codePointCount(0, initials.length()) > 1) ? 38 : 50;
		return coloured(pick(SHAPES, seed) + pick(ORNAMENTS, seed / SHAPES.size()), palette)
				+ "<text x='50' y='%d' text-anchor='middle' font-family=\"'%s', sans-serif\" font-weight='700' font-size='%d' fill='%s'>%s</text>"
					.formatted(52 + size / 3, typography.headings(), size, palette.background(),
							Drawing.escaped(initials));
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
			sign.append("<g transform='rotate(%s 50 50)'>".formatted(turn(i, petals)))
				.append(petal.formatted(accent ? palette.accent() : palette.primary()))
				.append("</g>");
		}
		return sign.toString();
	}

	private static String turn(int arm, int arms) {
		return String.format(Locale.ROOT, "%.2f", 360.0 * arm / arms);
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
		if (chosen.isEmpty()) {
			return first(name);
		}
		StringBuilder initials = new StringBuilder();
		chosen.stream()
			.limit(2)
			.map(LogoShapes::first)
			.map((letter) -> letter.toUpperCase(Locale.ROOT))
			.forEach(initials::append);
		return initials.toString();
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

}
