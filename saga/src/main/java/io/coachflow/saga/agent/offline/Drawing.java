package io.coachflow.saga.agent.offline;

import java.util.Locale;

import io.coachflow.contracts.enrichment.Logo.Palette;
import io.coachflow.contracts.enrichment.Logo.Typography;
import io.coachflow.saga.agent.SvgAllowlist;
import io.coachflow.text.PlainText;

/**
 * Puts a sign of 100 by 100 beside the name.
 */
final class Drawing {

	private static final int WIDTH = 480;

	private static final int HEIGHT = 180;

	private static final int TEXT_WIDTH = 280;

	private static final int LARGEST = 44;

	private static final int SMALLEST = 11;

	private static final int LONGEST_NAME = 40;

	// Of the height of a letter, on average over Latin typefaces, a little generous
	private static final double LETTER_WIDTH = 0.6;

	private Drawing() {
	}

	static String of(String name, String tagline, String sign, Palette palette, Typography typography) {
		String shown = PlainText.shortened(name, LONGEST_NAME);
		int length = Math.max(1, shown.codePointCount(0, shown.length()));
		int size = (int) Math.clamp(TEXT_WIDTH / (LETTER_WIDTH * length), SMALLEST, LARGEST);
		String line = PlainText.shortened(tagline, LONGEST_NAME);
		StringBuilder svg = new StringBuilder();
		svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
			.append(WIDTH)
			.append(' ')
			.append(HEIGHT)
			.append("\" role=\"img\" aria-label=\"")
			.append(escaped(shown))
			.append("\"><title>")
			.append(escaped(shown))
			.append("</title><rect width=\"")
			.append(WIDTH)
			.append("\" height=\"")
			.append(HEIGHT)
			.append("\" fill=\"")
			.append(palette.background())
			.append("\"/><g transform=\"translate(30 40)\">")
			.append(sign)
			.append("</g>");
		text(svg, shown, typography.headings(), 700, size, 98, palette.text());
		if (!line.isBlank()) {
			text(svg, line, typography.body(), 400, 14, 98 + 14 + Math.max(14, size / 2), palette.text());
		}
		return SvgAllowlist.cleaned(svg.append("</svg>").toString());
	}

	private static void text(StringBuilder svg, String text, String typeface, int weight, int size, int y,
			String colour) {
		svg.append(String.format(Locale.ROOT,
				"<text x=\"160\" y=\"%d\" font-family=\"'%s', sans-serif\" font-weight=\"%d\" font-size=\"%d\" fill=\"%s\"",
				y, typeface, weight, size, colour));
		int length = text.codePointCount(0, text.length());
		// Only where it would leave the picture, which narrow letters do not
		if (LETTER_WIDTH * size * length > TEXT_WIDTH + 20) {
			svg.append(" textLength=\"").append(TEXT_WIDTH).append("\" lengthAdjust=\"spacingAndGlyphs\"");
		}
		svg.append('>').append(escaped(text)).append("</text>");
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
