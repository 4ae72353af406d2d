package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Replaces the characters that the typefaces of documents lack. The library would do so,
 * too, but by an exception for each character and each time that it measures a line.
 */
final class Printable {

	private static final int HIGHEST = 0x1FFFF;

	private static final BitSet KNOWN = known(PdfFonts.SANS_REGULAR);

	static {
		KNOWN.and(known(PdfFonts.SANS_BOLD));
		KNOWN.set('\n');
		KNOWN.set('\t');
	}

	private Printable() {
	}

	/** The text, with letters and their accents as one character each. */
	static String of(String text) {
		StringBuilder out = new StringBuilder(text.length());
		Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach((it) -> {
			switch (Character.getType(it)) {
				case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
					out.append((it == ' ') ? ' ' : '\u00A0');
				case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
					// Changes how others look, which the typefaces do not follow
				}
				default -> out.append(KNOWN.get(it) ? Character.toString(it) : otherwise(it));
			}
		});
		return out.toString();
	}

	private static String otherwise(int character) {
		return Character.isISOControl(character) ? "" : PdfFonts.REPLACEMENT;
	}

	private static BitSet known(byte[] typeface) {
		try (TrueTypeFont font = PdfFonts.parsed(typeface)) {
			CmapLookup glyphs = font.getUnicodeCmapLookup();
			BitSet known = new BitSet(HIGHEST);
			for (int i = ' '; i <= HIGHEST; i++) {
				known.set(i, glyphs.getGlyphId(i) > 0);
			}
			return known;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
