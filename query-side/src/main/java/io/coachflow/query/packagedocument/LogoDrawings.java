package io.coachflow.query.packagedocument;

import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.attributes.font.FontResolver;
import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * Draws the logos into a PDF, as lines and areas. Their texts are drawn in the document's
 * own typeface, because theirs are not there.
 */
final class LogoDrawings implements FSObjectDrawerFactory {

	private static final Logger logger = LoggerFactory.getLogger(LogoDrawings.class);

	private static final LoaderContext CLOSED = LoaderContext.builder()
		.externalResourcePolicy(ResourcePolicy.DENY_ALL)
		.preProcessor(LogoDrawings::useOwnTypeface)
		.build();

	/** JSVG would write them with a font of the system, if it has one. */
	private static final int BEYOND = 0xFFFF;

	private final Map<String, SVGDocument> drawings = new HashMap<>();

	/** The drawings, of which those are left out that cannot be read. */
	LogoDrawings(List<String> svgs) {
		int n = 0;
		for (String svg : svgs) {
			n++;
			SVGDocument drawing = read(svg);
			if (drawing != null && drawing.size().width > 0 && drawing.size().height > 0) {
				this.drawings.put(Integer.toString(n), drawing);
			}
		}
	}

	private static @Nullable SVGDocument read(String svg) {
		StringBuilder plain = new StringBuilder();
		svg.codePoints().forEach((it) -> plain.appendCodePoint((it > BEYOND) ? PdfFonts.REPLACEMENT.charAt(0) : it));
		return new SVGLoader().load(new ByteArrayInputStream(plain.toString().getBytes(StandardCharsets.UTF_8)), null,
				CLOSED);
	}

	private static void useOwnTypeface(DomElement element) {
		element.setAttribute("font-family", PdfFonts.SANS);
		element.children().forEach(LogoDrawings::useOwnTypeface);
	}

	/**
	 * The element that stands for a logo in a page; empty if there is no such drawing.
	 * @param n from 1
	 * @param box the largest width and height, in points
	 */
	String element(String n, String description, int box) {
		SVGDocument drawing = this.drawings.get(n);
		if (drawing == null) {
			return "";
		}
		double scale = box / Math.max(drawing.size().width, 2.0 * drawing.size().height);
		return String.format(Locale.ROOT,
				"<object class=\"logo\" data=\"%s\" alt=\"%s\" style=\"width: %.1fpt; height: %.1fpt\"></object>", n,
				Xml.escaped(description), drawing.size().width * scale, drawing.size().height * scale);
	}

	@Override
	public boolean isReplacedObject(Element element) {
		return this.drawings.containsKey(element.getAttribute("data"));
	}

	@Override
	public @Nullable FSObjectDrawer createDrawer(Element element) {
		SVGDocument drawing = this.drawings.get(element.getAttribute("data"));
		return (drawing == null) ? null : (_, x, y, width, height, device, _, dotsPerPixel) -> {
			float pixelsWide = (float) (width / dotsPerPixel);
			float pixelsHigh = (float) (height / dotsPerPixel);
			device.drawWithGraphics((float) x, (float) y, pixelsWide, pixelsHigh,
					(graphics) -> draw(drawing, graphics, new ViewBox(pixelsWide, pixelsHigh)));
			return Map.of();
		};
	}

	private static void draw(SVGDocument drawing, Graphics2D graphics, ViewBox box) {
		// Its cache of fonts is one unguarded map, which grows with each size
		synchronized (LogoDrawings.class) {
			try {
				PdfFonts.register();
				drawing.render(null, graphics, box);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A logo could not be drawn", ex);
			}
			finally {
				FontResolver.clearFontCache();
			}
		}
	}

}
