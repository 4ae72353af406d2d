package io.coachflow.query.packagedocument;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The typefaces of documents, which are embedded. They have Latin, Greek, Cyrillic and
 * Hebrew letters, and arrows.
 */
final class PdfFonts {

	/** The family of texts, as style sheets name it. */
	static final String SANS = "Liberation Sans";

	private static final String MONO = "Liberation Mono";

	/** Stands for each character that no typeface has. */
	static final String REPLACEMENT = "\u25A1";

	private static final int NORMAL = 400;

	private static final int BOLD = 700;

	static final byte[] SANS_REGULAR = Resource.bytes("/liberation/LiberationSans-Regular.ttf");

	static final byte[] SANS_BOLD = Resource.bytes("/liberation/LiberationSans-Bold.ttf");

	private static final byte[] MONO_REGULAR = Resource.bytes("/liberation/LiberationMono-Regular.ttf");

	private PdfFonts() {
	}

	static void addTo(PdfRendererBuilder builder, PDDocument document) throws IOException {
		add(builder, document, SANS, NORMAL, SANS_REGULAR);
		add(builder, document, SANS, BOLD, SANS_BOLD);
		add(builder, document, MONO, NORMAL, MONO_REGULAR);
	}

	private static void add(PdfRendererBuilder builder, PDDocument document, String family, int weight, byte[] typeface)
			throws IOException {
		TrueTypeFont font = parsed(typeface);
		document.registerTrueTypeFontForClosing(font);
		builder.useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), family, weight, FontStyle.NORMAL,
				true);
	}

	/** A typeface of this class. */
	static TrueTypeFont parsed(byte[] typeface) throws IOException {
		TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(typeface));
		// PDFBox looks for ligatures by new regular expressions for each line, which
		// takes most of the time
		font.setEnableGsub(false);
		return font;
	}

	/** Lets drawings use the typeface, on systems that lack it. */
	static void register() {
		Drawing.register();
	}

	/** Registers once. */
	private static final class Drawing {

		static {
			try {
				GraphicsEnvironment fonts = GraphicsEnvironment.getLocalGraphicsEnvironment();
				fonts.registerFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(SANS_REGULAR)));
				fonts.registerFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(SANS_BOLD)));
			}
			catch (FontFormatException | IOException ex) {
				throw new IllegalStateException("The typeface of documents cannot be used", ex);
			}
		}

		static void register() {
			// Done when the class is loaded
		}

	}

}
