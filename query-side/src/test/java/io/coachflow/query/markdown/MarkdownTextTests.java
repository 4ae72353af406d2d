package io.coachflow.query.markdown;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Escaped texts, read by a Markdown processor as others run it: raw HTML allowed, bare
 * addresses made links.
 */
@Label("Escaped texts")
class MarkdownTextTests {

	private static final List<org.commonmark.Extension> EXTENSIONS = List.of(AutolinkExtension.create(),
			StrikethroughExtension.create(), TablesExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- hidden -->",
			"[click](javascript:alert(1))", "![x](https://evil.example/pixel.png)", "[x]: https://evil.example",
			"https://evil.example/?q=1", "HTTP://evil.example", "www.evil.example", "_www.evil.example",
			"mail@evil.example", "<https://evil.example>", "# Heading", "#", "## ", "Not a heading #", "- item", "-",
			"---", "***", "___", "+ item", "* item", "1. item", "1) item", "> quote", "```\ncode\n```", "~~~",
			"    code", "\tcode", "Title\n===", "Title\n---", "a | b\n--- | ---\n1 | 2", "| cell |",
			"*strong* **very** _so_ ~~gone~~ `code`", "&lt;b&gt; &amp; &#60;", "back\\slash \\* \\", "\\<b>",
			"snake_case_name", "$x$ and $$y$$", "!", "{{x}}", ":smile:", "two\n\n\nparagraphs", "trailing  \nbreak",
			"C# and #hashtag", "\u202Eright to left\u202C", "null\u0000byte\u0007", "<svg onload=alert(1)>", "]]>",
			"a](b)" })
	void meanThemselves(String text) {
		assertMeansItself(text);
	}

	@Property(tries = 2000)
	void meanThemselvesWhateverTheyAre(@ForAll("hostile") String text) {
		assertMeansItself(text);
	}

	@Property(tries = 500)
	void keepTheirLinesAndParagraphs(@ForAll("hostile") String text) {
		Node document = PARSER.parse(MarkdownText.lines(text));

		assertThat(elements(document)).isSubsetOf("Document", "Paragraph", "Text", "Code", "HardLineBreak");
	}

	@Test
	void readWellBeforeTheyAreRendered() {
		assertThat(MarkdownText.inline("We sell bread, cakes & tea (from 6 a.m.) – 20% less, isn't it?"))
			.isEqualTo("We sell bread, cakes & tea (from 6 a.m.) – 20% less, isn't it?");
		assertThat(MarkdownText.inline("#Dakar #teranga: a C# school")).isEqualTo("\\#Dakar #teranga: a C# school");
		assertThat(MarkdownText.lines("One line\nand another\n\n\nA paragraph"))
			.isEqualTo("One line  \nand another\n\nA paragraph");
	}

	@Test
	void showAsCodeWhatIsAName() {
		assertThat(MarkdownText.code("#0f4c5c")).isEqualTo("`#0f4c5c`");
		assertThat(MarkdownText.code("red`<b>")).isEqualTo("red\\`&lt;b&gt;");
	}

	@Test
	void showAddressesAsCodeSoThatNobodyMakesThemLinks() {
		assertThat(MarkdownText.inline("See https://teranga.sn, or mail chef@teranga.sn (www.teranga.sn)"))
			.isEqualTo("See `https://teranga.sn,` or mail `chef@teranga.sn` `(www.teranga.sn)`");
	}

	@Test
	void codeCannotEndItsFence() {
		String document = new Markdown().code("json", "{\n```\n````\n<b>\n}").toString();

		assertThat(document).startsWith("`````json\n");
		assertThat(elements(PARSER.parse(document))).containsExactlyInAnyOrder("Document", "FencedCodeBlock");
	}

	@Provide
	Arbitrary<String> hostile() {
		return Arbitraries
			.of("a", "B", "é", "7", " ", "  ", "\n", "\n\n", "\t", "\\", "`", "```", "*", "**", "_", "[", "]", "(", ")",
					"<", ">", "&", "|", "~", "~~", "#", "-", "---", "+", "=", "===", ".", ")", "!", ":", "//", "://",
					"http", "www.", "@", "x.fr", "$", "{", "}", "\"", "'", "<b>", "</b>", "<!--", "&lt;", "1.", "1)",
					"\r", "\u0000", "\u202E", "\u00A0", "😀")
			.list()
			.ofMaxSize(14)
			.map((parts) -> String.join("", parts));
	}

	private static void assertMeansItself(String text) {
		String expected = visible(text);
		if (expected.isEmpty()) {
			assertThat(MarkdownText.inline(text)).isEmpty();
			return;
		}
		String escaped = MarkdownText.inline(text);

		Markdown document = new Markdown().heading(2, text).list(List.of(text + "x")).labelled("Label", text);
		document.table(List.of("Head"), List.of(List.of(Markdown.Cell.text(text))));
		Node parsed = PARSER.parse(document.toString());

		assertThat(elements(parsed)).as(escaped)
			.isSubsetOf("Document", "Heading", "BulletList", "ListItem", "Paragraph", "Text", "Code", "StrongEmphasis",
					"TableBlock", "TableHead", "TableBody", "TableRow", "TableCell");
		assertThat(textOf(PARSER.parse("x " + escaped + " x").getFirstChild())).isEqualTo("x " + expected + " x");
		assertThat(HtmlRenderer.builder().extensions(EXTENSIONS).build().render(PARSER.parse(escaped)))
			.doesNotContainIgnoringCase("<script", "<a", "<img", "<svg", "<h", "<li", "<pre", "<b>");
	}

	/** What a reader should see: the text without controls, on one line. */
	private static String visible(String text) {
		return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
			.replaceAll("\\s+", " ")
			.strip();
	}

	private static Set<String> elements(Node document) {
		Set<String> elements = new TreeSet<>();
		document.accept(new AbstractVisitor() {
			@Override
			protected void visitChildren(Node parent) {
				elements.add(parent.getClass().getSimpleName());
				super.visitChildren(parent);
			}

			@Override
			public void visit(Text text) {
				elements.add("Text");
			}

			@Override
			public void visit(Code code) {
				elements.add("Code");
			}

			@Override
			public void visit(HtmlInline html) {
				elements.add("HtmlInline");
			}

			@Override
			public void visit(HtmlBlock html) {
				elements.add("HtmlBlock");
			}

			@Override
			public void visit(FencedCodeBlock code) {
				elements.add("FencedCodeBlock");
			}
		});
		return elements;
	}

	private static String textOf(Node document) {
		StringBuilder all = new StringBuilder();
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(Text text) {
				all.append(text.getLiteral());
			}

			@Override
			public void visit(Code code) {
				all.append(code.getLiteral());
			}

			@Override
			public void visit(SoftLineBreak lineBreak) {
				all.append('\n');
			}

			@Override
			public void visit(HardLineBreak lineBreak) {
				all.append('\n');
			}
		});
		return all.toString();
	}

}
