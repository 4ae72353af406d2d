#!/usr/bin/env bash
# org.apache.pdfbox:pdfbox 3.0.8, with the font Liberation Sans of com.github.librepdf:openpdf-fonts-extra 2.2.5 (Maven Central).
#
# Guess: text costs next to nothing to show once its font is loaded; tables for glyphs that the text does not use cost nothing.
#
# Fact: if an embedded font has a table of glyph substitutions (GSUB) for the script, showText turns the whole table into one regular
# expression and compiles that anew for every word of every call. A short sentence then takes some hundred microseconds instead of a
# few: above a hundred times as long here, though the Latin table of this font joins nothing but tone letters (U+02E5 to U+02E9) and
# the bytes of the page are the same.
#
# What to do: parse the font with TTFParser, call setEnableGsub(false) on it and give that to PDType0Font.load, if the text needs no
# substitution: neither ligatures nor a script that is written with them (as Bengali is).
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for jar in org.apache.pdfbox:{pdfbox,fontbox,pdfbox-io}:3.0.8 commons-logging:commons-logging:1.3.5 \
  com.github.librepdf:openpdf-fonts-extra:2.2.5; do
  mvn -q -B dependency:copy -Dartifact="$jar" -DoutputDirectory="$work" >&2
done
java -version 2>&1 | head -n 1

cat >Look.java <<'JAVA'
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Shows one sentence many times, with the table of substitutions and without it, by turns. */
public class Look {

	static final String TEXT = "A plan for the week: two runs, one ride and a rest";
	static final int CALLS = 2_000;
	static final int ROUNDS = 5;

	public static void main(String[] args) throws IOException {
		double with = Double.MAX_VALUE;
		double without = Double.MAX_VALUE;
		byte[] page = null;
		byte[] plainPage = null;
		for (int round = 0; round < ROUNDS; round++) {
			long[] nanos = new long[1];
			page = show(true, nanos);
			with = Math.min(with, nanos[0] / 1e3 / CALLS);
			plainPage = show(false, nanos);
			without = Math.min(without, nanos[0] / 1e3 / CALLS);
		}
		boolean same = Arrays.equals(page, plainPage);
		System.out.printf("showText of \"%s\", the best of %d rounds of %d calls%n", TEXT, ROUNDS, CALLS);
		System.out.printf("with the table:    %7.1f microseconds a call%n", with);
		System.out.printf("without the table: %7.1f microseconds a call%n", without);
		System.out.printf("ratio: %.0f; the bytes of the pages are %s%n", with / without, same ? "the same" : "not the same");
		if (with / without < 2 || !same) {
			System.out.println("The behaviour has changed.");
			System.exit(1);
		}
	}

	static byte[] show(boolean substitutes, long[] nanos) throws IOException {
		try (PDDocument document = new PDDocument();
				InputStream file = Look.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
			TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
			parsed.setEnableGsub(substitutes);
			PDType0Font font = PDType0Font.load(document, parsed, true);
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(font, 10);
				long start = System.nanoTime();
				for (int call = 0; call < CALLS; call++) {
					content.showText(TEXT);
				}
				nanos[0] = System.nanoTime() - start;
				content.endText();
			}
			try (InputStream written = page.getContents()) {
				return written.readAllBytes();
			}
		}
	}

}
JAVA
java -cp "$work/*" Look.java
