package io.coachflow.query.packagedocument;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Markdown document into the one page of XHTML that is printed: what stands
 * before the first section becomes the cover, the headings become the contents.
 */
final class PrintHtml {

	private static final List<Extension> TABLES = List.of(TablesExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

	private static final String STYLE = Resource.text("print.css");

	private static final int COVER_LOGO = 300;

	private static final int LOGO = 220;

	/** A section with more blocks begins on a page of its own. */
	private static final int SHORT_SECTION = 4;

	/** A table with more columns is set smaller. */
	private static final int WIDE = 6;

	private final Labels words;

	private final LogoDrawings logos;

	private final Brand brand;

	private final Map<Node, String> ids = new IdentityHashMap<>();

	private final List<Heading> headings = new ArrayList<>();

	private final HtmlRenderer renderer = HtmlRenderer.builder()
		.extensions(TABLES)
		.escapeHtml(true)
		.attributeProviderFactory((_) -> this::attributes)
		.nodeRendererFactory(Pictures::new)
		.build();

	PrintHtml(Labels words, LogoDrawings logos, Brand brand) {
		this.words = words;
		this.logos = logos;
		this.brand = brand;
	}

	/**
	 * The page.
	 * @param name of the business, which stands below each page
	 * @param note the last line of the cover; may be empty
	 * @param markdown in which all texts are escaped
	 */
	String page(String name, String note, String markdown) {
		Node text = PARSER.parse(Printable.of(markdown));
		Node cover = new Document();
		for (Node it = text.getFirstChild(); it != null && !isHeading(it, 2); it = text.getFirstChild()) {
			cover.appendChild(it);
		}
		number(text);
		String title = Xml.escaped(Printable.of(name));
		String html = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + this.words.language()
				+ "\"><head><title>" + title + "</title><meta name=\"subject\" content=\""
				+ Xml.escaped(this.words.text("document")) + "\"/><style>" + STYLE + colours() + "</style>"
				+ bookmarks() + "</head><body><div class=\"running\">" + title + "</div><div class=\"cover\">"
				+ this.logos.element("1", Printable.of(name), COVER_LOGO) + this.renderer.render(cover) + "<p>"
				+ Xml.escaped(Printable.of(note)) + "</p></div>" + contents() + "<div class=\"text\">"
				+ this.renderer.render(text) + "</div></body></html>";
		return Xml.legal(html);
	}

	private String colours() {
		return ".cover { border-top: 8pt solid " + this.brand.primary() + "; }";
	}

	private void number(Node text) {
		for (Node it = text.getFirstChild(); it != null; it = it.getNext()) {
			if (isHeading(it, 2) || isHeading(it, 3)) {
				this.headings.add((Heading) it);
				this.ids.put(it, "h" + this.headings.size());
			}
		}
	}

	private String contents() {
		return "<div class=\"contents\"><h2>" + Xml.escaped(this.words.text("contents")) + "</h2>"
				+ this.headings.stream()
					.map((it) -> "<div class=\"level" + it.getLevel() + "\"><a href=\"#" + this.ids.get(it) + "\">"
							+ Xml.escaped(PlainNode.text(it)) + "</a></div>")
					.collect(Collectors.joining())
				+ "</div>";
	}

	private String bookmarks() {
		StringBuilder out = new StringBuilder("<bookmarks>");
		for (Heading it : this.headings) {
			if (it.getLevel() == 2) {
				out.append("<bookmark name=\"")
					.append(Xml.escaped(PlainNode.text(it)))
					.append("\" href=\"#")
					.append(this.ids.get(it))
					.append("\"/>");
			}
		}
		return out.append("</bookmarks>").toString();
	}

	private void attributes(Node node, String tag, Map<String, String> attributes) {
		String id = this.ids.get(node);
		if (id != null) {
			attributes.put("id", id);
		}
		if (isHeading(node, 2) && node.getParent().getFirstChild() != node && length(node) > SHORT_SECTION) {
			attributes.put("class", "chapter");
		}
		if (node instanceof TableBlock && columns(node) > WIDE) {
			attributes.put("class", "wide");
		}
	}

	private static int length(Node section) {
		int blocks = 0;
		for (Node it = section.getNext(); it != null && !isHeading(it, 2); it = it.getNext()) {
			blocks++;
		}
		return blocks;
	}

	private static int columns(Node table) {
		int columns = 0;
		for (Node it = table.getFirstChild().getFirstChild().getFirstChild(); it != null; it = it.getNext()) {
			columns++;
		}
		return columns;
	}

	private static boolean isHeading(@Nullable Node node, int level) {
		return node instanceof Heading heading && heading.getLevel() == level;
	}

	/** Shows the package's own logos; of other images the description alone. */
	private final class Pictures implements NodeRenderer {

		private final HtmlNodeRendererContext context;

		Pictures(HtmlNodeRendererContext context) {
			this.context = context;
		}

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(Image.class);
		}

		@Override
		public void render(Node node) {
			String description = PlainNode.text(node);
			String link = ((Image) node).getDestination();
			String n = link.substring(link.lastIndexOf('/') + 1).replace(".svg", "");
			String drawing = PrintHtml.this.logos.element(n, description, LOGO);
			if (drawing.isEmpty()) {
				this.context.getWriter().text(description);
			}
			else {
				this.context.getWriter().raw(drawing);
			}
		}

	}

}
