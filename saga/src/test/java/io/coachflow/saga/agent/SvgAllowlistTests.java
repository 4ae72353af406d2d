package io.coachflow.saga.agent;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Label("The list of what a drawing may contain")
class SvgAllowlistTests {

	private static final String ATTRIBUTES = "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"";

	private static final String RECT = "<rect width=\"9\" height=\"9\"/>";

	@Test
	void letsShapesWordsAndGradientsThrough() {
		String drawing = "<svg " + ATTRIBUTES + " role=\"img\" aria-label=\"Chez Awa\"><title>Chez Awa</title><defs>"
				+ "<linearGradient id=\"sky\"><stop offset=\"50%\" stop-color=\"#00ff00\"/></linearGradient></defs>"
				+ "<g transform=\"translate(1 2) rotate(45)\"><path d=\"M0 0L5,5a1 1 0 0 1 -2.5e0 3Z\" fill=\"url(#sky)\"/></g>"
				+ "<text x=\"5\" y=\"5\" font-family=\"'Open Sans', sans-serif\" text-anchor=\"middle\">A &amp; B"
				+ "<tspan fill=\"red\"> &lt;3</tspan></text></svg>";
		String cleaned = SvgAllowlist.cleaned(drawing);
		assertThat(cleaned).contains("fill=\"url(#sky)\"", "A &amp; B", "&lt;3",
				"transform=\"translate(1 2) rotate(45)\"");
		assertThat(SvgAllowlist.cleaned(cleaned)).isEqualTo(cleaned);
	}

	@Test
	void writesTheSameDrawingAlwaysTheSameWay() {
		String tidy = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect height=\"9\" width=\"9\"/></svg>";
		assertThat(Stream
			.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg " + ATTRIBUTES + ">\n  " + RECT + "\n</svg>\n",
					"<svg version=\"1.1\" class=\"logo\" viewBox=\"0  0 10\n10\">" + RECT + "</svg>",
					"<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:x=\"javascript:x\" viewBox=\"0 0 10 10\">"
							+ "<!-- a comment --><s:rect width=\"9\" height=\"9\"></s:rect></s:svg>")
			.map(SvgAllowlist::cleaned)).containsOnly(tidy);
	}

	@Test
	void takesNamesOfEveryScriptAndTurnsNoDirection() {
		String cleaned = SvgAllowlist
			.cleaned("<svg " + ATTRIBUTES + "><text direction=\"rtl\">مخبز 🥖 \u202Eevil\u2066</text></svg>");
		assertThat(cleaned).contains(">مخبز 🥖 evil<");
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void refusesWhatIsNotKnownToBeHarmless(String drawing) {
		assertThatExceptionOfType(SvgRefusedException.class).isThrownBy(() -> SvgAllowlist.cleaned(drawing));
		assertThat(SvgAllowlist.problem(drawing))
			.hasValueSatisfying((problem) -> assertThat(problem).hasSizeLessThan(150));
	}

	static List<String> hostile() {
		return List.of(inside("<script>alert(1)</script>"), inside("<script href=\"https://evil.example/x.js\"/>"),
				"<svg " + ATTRIBUTES + " onload=\"alert(1)\">" + RECT + "</svg>",
				inside("<rect onclick=\"alert(1)\" width=\"1\"/>"), inside("<rect ONCLICK=\"alert(1)\"/>"),
				inside("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"x()\"/></foreignObject>"),
				inside("<image href=\"https://evil.example/a.png\"/>"),
				inside("<image xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"data:image/svg+xml;base64,AA\"/>"),
				inside("<a href=\"javascript:alert(1)\"><text>click</text></a>"), inside("<use href=\"#x\"/>"),
				inside("<use href=\"https://evil.example/x.svg#y\"/>"),
				inside("<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>"),
				inside("<set attributeName=\"onmouseover\" to=\"alert(1)\"/>"),
				inside("<style>@import url(https://evil.example/x.css);</style>"),
				inside("<rect style=\"background:url(https://evil.example)\"/>"),
				inside("<rect fill=\"url(https://evil.example/#a)\"/>"), inside("<rect fill=\"url(#missing)\"/>"),
				inside("<rect fill=\"url( #a)\"/>"), inside("<rect filter=\"url(#f)\"/>"),
				inside("<filter id=\"f\"><feImage href=\"https://evil.example\"/></filter>"),
				inside("<linearGradient id=\"a\" href=\"https://evil.example/x.svg#b\"/>"),
				inside("<mask id=\"m\"><rect/></mask>"), inside("<pattern id=\"p\"/>"), inside("<marker id=\"m\"/>"),
				inside("<iframe src=\"https://evil.example\"/>"), inside("<embed src=\"x\"/>"),
				inside("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>"),
				inside("<rect xml:base=\"https://evil.example/\"/>"),
				inside("<rect xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\"/>"),
				inside("<text font-family=\"x;} *{background:url(//evil)}\">a</text>"),
				inside("<path d=\"M0 0 javascript\"/>"), inside("<rect width=\"1e99\"/>"),
				inside("<rect width=\"99999\"/>"), inside("<rect transform=\"translate(1) url(#x)\"/>"),
				inside("<rect transform=\"scale(expression(alert(1)))\"/>"), inside("loose words"),
				inside("<g>&amp;lt;script</g>"), inside("<text><rect width=\"1\"/></text>"),
				inside("<title><script>x</script></title>"), inside("<svg viewBox=\"0 0 1 1\"><rect/></svg>"),
				inside("<?xml-stylesheet href=\"https://evil.example/x.css\"?>"),
				"<?xml-stylesheet href=\"https://evil.example/x.xsl\" type=\"text/xsl\"?><svg " + ATTRIBUTES + ">"
						+ RECT + "</svg>",
				"<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg " + ATTRIBUTES
						+ "><text>&x;</text></svg>",
				"<!DOCTYPE svg [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]><svg " + ATTRIBUTES
						+ "><text>&b;</text></svg>",
				"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"https://evil.example/svg11.dtd\"><svg " + ATTRIBUTES
						+ ">" + RECT + "</svg>",
				"<!DOCTYPE svg [<!ENTITY % p SYSTEM \"https://evil.example/p\"> %p;]><svg " + ATTRIBUTES + "/>",
				inside("<text>&undeclared;</text>"),
				"<?xml version=\"1.1\"?><svg " + ATTRIBUTES + "><text>&#1;</text></svg>", inside("<text>\u0000</text>"),
				inside("<text>\uD800</text>"), "<svg xmlns=\"http://www.w3.org/2000/svg\">" + RECT + "</svg>",
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 0\">" + RECT + "</svg>",
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 99999 9\">" + RECT + "</svg>",
				"<svg " + ATTRIBUTES + "/>", "<svg " + ATTRIBUTES + "><title>nothing to see</title></svg>",
				"<html><body>" + RECT + "</body></html>", "<rect/>", "", "no drawing", "<svg", inside(RECT) + RECT,
				"<svg xmlns=\"http://evil.example/not-svg\" viewBox=\"0 0 9 9\">" + RECT + "</svg>",
				inside(RECT.repeat(300)), inside("<g>".repeat(2_000) + RECT + "</g>".repeat(2_000)),
				inside("<text>" + "a".repeat(700) + "</text>"), inside("<path d=\"" + "M0 0".repeat(1_500) + "\"/>"),
				inside("<!--" + "x".repeat(20_001) + "-->"), inside("<rect " + "a".repeat(500) + "=\"1\"/>"));
	}

	private static String inside(String content) {
		return "<svg " + ATTRIBUTES + ">" + RECT + content + "</svg>";
	}

	@Property(tries = 500)
	void whateverItIsMadeOfItIsCleanOrRefused(@ForAll("mixtures") String drawing) {
		if (SvgAllowlist.problem(drawing).isEmpty()) {
			String cleaned = SvgAllowlist.cleaned(drawing);
			assertThat(SvgAllowlist.cleaned(cleaned)).isEqualTo(cleaned);
			assertThat(cleaned.toLowerCase()).doesNotContain("script", "href", "onload", "evil", "<!", "<?", "style");
		}
	}

	@Provide
	Arbitrary<String> mixtures() {
		return Arbitraries
			.of("<rect width=\"1\" height=\"1\"/>", "<text>a</text>", "<g>", "</g>", "<script>", "</script>",
					" onload=\"x\"", "<circle r=\"2\"/>", "href=\"evil\"", "<!-- x -->", "<?evil?>",
					"<![CDATA[<script>]]>", "<path d=\"M0 0\"/>", "&lt;", "&#60;script&#62;", "<title>a</title>",
					"<style/>", " ")
			.list()
			.ofMaxSize(6)
			.map((parts) -> "<svg " + ATTRIBUTES + ">" + String.join("", parts) + RECT + "</svg>");
	}

	@Property(tries = 300)
	void everyTextIsRefusedWithoutAnotherFailure(@ForAll String text) {
		assertThat(SvgAllowlist.problem(text)).isPresent();
	}

}
