package io.coachflow.query.packagedocument;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogoDrawingsTests {

	private static final String RED = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 20'><rect width='10' height='20' fill='#ff0000'/></svg>";

	@Test
	void aDrawingFillsItsPlaceInItsOwnShape() throws IOException {
		LogoDrawings drawings = new LogoDrawings(List.of(RED));

		String element = drawings.element("1", "A \"red\" box", 100);

		assertThat(element).isEqualTo(
				"<object class=\"logo\" data=\"1\" alt=\"A &quot;red&quot; box\" style=\"width: 25.0pt; height: 50.0pt\"></object>");
		BufferedImage page = painted(drawings, element);
		assertThat(new Color(page.getRGB(1, 1))).isEqualTo(Color.RED);
		assertThat(new Color(page.getRGB(23, 48))).isEqualTo(Color.RED);
		assertThat(new Color(page.getRGB(27, 25))).isEqualTo(Color.WHITE);
		assertThat(new Color(page.getRGB(12, 53))).isEqualTo(Color.WHITE);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "no drawing", "<svg", "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>" })
	void whatCannotBeDrawnIsLeftOut(String svg) {
		LogoDrawings drawings = new LogoDrawings(List.of(svg, RED));

		assertThat(drawings.element("1", "x", 100)).isEmpty();
		assertThat(drawings.element("2", "x", 100)).isNotEmpty();
		assertThat(drawings.element("3", "x", 100)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<path d='M e , - 5'/>", "<text font-size='9999'>北京 🍲 \u200D x</text>",
			"<text font-weight='900' font-style='oblique' letter-spacing='-3' dominant-baseline='hanging'>x</text>",
			"<g opacity='0.5'><circle r='5' fill='currentColor' stroke='none'/></g>", "<text textLength='0'></text>",
			"<circle r='9999' stroke='#000' stroke-dasharray='0.01' transform='matrix(0,0,0,0,0,0)'/>",
			"<radialGradient id='g' fx='9999' spreadMethod='repeat'><stop offset='2'/></radialGradient><rect width='5' height='5' fill='url(#g)'/>",
			"<polygon points='1,2,3'/><line/><rect width='-5' height='2%'/>" })
	void oddDrawingsDoNotSpoilTheDocument(String inside) throws IOException {
		LogoDrawings drawings = new LogoDrawings(
				List.of("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + inside + "</svg>"));

		painted(drawings, drawings.element("1", "x", 100));
	}

	private static BufferedImage painted(LogoDrawings drawings, String element) throws IOException {
		byte[] pdf = PdfPages
			.print("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>x</title><style>"
					+ "@page { size: 100pt 100pt; margin: 0 } body { margin: 0; font-family: 'Liberation Sans' }</style></head><body>"
					+ element + "<p>x</p></body></html>", drawings, null);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFRenderer(document).renderImage(0);
		}
	}

}
