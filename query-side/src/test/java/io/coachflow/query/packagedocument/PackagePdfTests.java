package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.rest.PackageResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages as PDFs, read back.
 */
class PackagePdfTests {

	private static final Pattern ENTRY = Pattern.compile("^(.+?)[ .]*\\.[ .]*(\\d+)$", Pattern.MULTILINE);

	private final PackageMarkdown markdown = new PackageMarkdown();

	@ParameterizedTest
	@ValueSource(strings = { "complete-en", "partial-fr", "hostile-en" })
	void theContentsNameThePagesThatTheSectionsAreOn(String name) throws IOException {
		List<String> pages = pages(keep(name, pdf(Packages.drawn(Packages.kept(name), Packages.SVG))));

		Matcher entry = ENTRY.matcher(pages.get(1));
		int entries = 0;
		while (entry.find()) {
			entries++;
			assertThat(flat(pages.get(Integer.parseInt(entry.group(2)) - 1))).as(entry.group())
				.contains(flat(entry.group(1)));
		}
		assertThat(entries).isGreaterThan(10);
	}

	@Test
	void eachPageButTheCoverIsNumbered() throws IOException {
		List<String> pages = pages(pdf(Packages.kept("complete-en")));

		assertThat(pages.getFirst()).doesNotContain("1 / ")
			.contains("Teranga Table", "Completed on November 22, 2026.");
		for (int i = 1; i < pages.size(); i++) {
			assertThat(pages.get(i)).contains((i + 1) + " / " + pages.size()).contains("Teranga Table");
		}
	}

	@Test
	void itSaysWhatTheMarkdownSays() throws IOException {
		String text = String.join("\n", pages(pdf(Packages.kept("complete-en"))));

		assertThat(text).contains("The brief", "Offices | canteens", "Dakar at one table",
				"#Dakar #teranga: rice at noon", "\"addressLocality\" : \"Dakar\"", "Booking (92%)",
				"Shows the dishes of the day");
		assertThat(text).doesNotContain("\\#", "| ---", "**", "&amp;");
	}

	@Test
	void whatIsNotReadyIsNamedInTheLanguageOfThePackage() throws IOException {
		String text = flat(String.join("\n", pages(pdf(Packages.kept("partial-fr")))));

		assertThat(text).contains("Sommaire", flat("Dossier d’entreprise"), flat("2 parties sur 5 sont prêtes"),
				flat("D’où cela vient"), flat("Cette partie a échoué"));
		assertThat(flat(String.join("\n", pages(pdf(PackageResponse.expected("s1")))))).contains(
				flat("Business package"), flat("At work: 0 of 5 parts are ready."),
				flat("This part is being worked on."));
	}

	@Test
	void accentsAndSignsAreThereAndWhatNoTypefaceHasIsReplaced() throws IOException {
		PackageResponse response = Packages.with(Packages.kept("complete-en"), "content",
				new Content("Œuvre d’été : 3 € → « ça y est » – Ŋaay", "北京 🍲 fin", List.of(), "", List.of()));

		String text = String.join("\n", pages(pdf(response)));

		assertThat(text).contains("Œuvre d’été : 3 € → « ça y est » – Ŋaay");
		assertThat(text).contains("□□ □ fin");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<b>bold</b>", "a & b &amp; c", "]]> <!-- x", "\"quoted\" 'so'", "<script>alert(1)</script>",
					"{{x}} ${y} \\u0041", "</title></head><img src='x'/>", "![x](http://example.org/x.png)",
					"<?xml version='1.0'?><!DOCTYPE x>", "a:after { content: 'x' } </style>" })
	void hostileTextsAreText(String hostile) throws IOException {
		PackageResponse response = Packages.named(Packages.with(Packages.kept("complete-en"), "content",
				new Content(hostile, hostile, List.of(new Content.Section(hostile, hostile)), hostile, List.of())),
				hostile);

		List<String> pages = pages(pdf(response));

		assertThat(flat(pages.getFirst())).contains(flat(hostile));
		assertThat(flat(String.join("\n", pages.subList(2, pages.size())))).contains(flat(hostile));
	}

	@Test
	void charactersThatXmlDoesNotHaveDoNoHarm() throws IOException {
		String text = String.join("\n",
				pages(pdf(Packages.named(Packages.kept("complete-en"), "A\u0000\uFFFE\uD800B"))));

		assertThat(text).containsPattern("A.*B");
	}

	@Test
	void aVeryLongPackageHasItsHeadsOnEachPageAndNoRowTorn() throws IOException {
		PackageResponse response = Packages.with(Packages.kept("partial-fr"), "research", Packages.study(300));

		byte[] pdf = keep("long-fr", pdf(response));

		List<String> pages = pages(pdf);
		assertThat(pages).hasSizeBetween(40, 200);
		for (int i = 1; i <= 300; i++) {
			String row = "Risque " + i + ".";
			List<String> on = pages.stream().filter((page) -> page.contains(row)).toList();
			assertThat(on).as(row).hasSize(1);
			assertThat(on.getFirst()).as(row).contains("Fin " + i + ".", "Que faire");
		}
	}

	@Test
	void allTypefacesAreEmbeddedAndTheDocumentIsTagged() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf(Packages.kept("complete-en")))) {
			Set<String> fonts = new HashSet<>();
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					PDFont font = page.getResources().getFont(name);
					assertThat(font.isEmbedded()).as(font.getName()).isTrue();
					fonts.add(font.getName().substring(font.getName().indexOf('+') + 1));
				}
			}
			assertThat(fonts).containsExactlyInAnyOrder("LiberationSans", "LiberationSans-Bold", "LiberationMono");
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
			assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
			assertThat(document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
				.isEqualTo("The brief");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Teranga Table");
			assertThat(document.getDocumentInformation().getCreationDate().toInstant())
				.isEqualTo(Instant.parse("2026-11-22T12:00:11Z"));
		}
	}

	@Test
	void theSamePackageGivesTheSameBytes() {
		PackageResponse response = Packages.drawn(Packages.kept("complete-en"), Packages.SVG);

		byte[] first = pdf(response);

		assertThat(pdf(response)).isEqualTo(first);
		assertThat(pdf(Packages.named(response, "Another"))).isNotEqualTo(first);
	}

	@Test
	void aPackageTakesATimeThatACallerWaits() {
		PackageResponse response = Packages.drawn(Packages.kept("complete-en"), Packages.SVG);
		pdf(response);
		long begun = System.nanoTime();

		pdf(response);

		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
	}

	private byte[] pdf(PackageResponse response) {
		return PackagePdf.of(response, this.markdown.of(response, "en"), this.markdown.words(response, "en"));
	}

	private static byte[] keep(String name, byte[] pdf) throws IOException {
		Files.write(Files.createDirectories(Path.of("target/package-document")).resolve(name + ".pdf"), pdf);
		return pdf;
	}

	static List<String> pages(byte[] pdf) throws IOException {
		List<String> pages = new ArrayList<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper stripper = new PDFTextStripper();
			for (int i = 1; i <= document.getNumberOfPages(); i++) {
				stripper.setStartPage(i);
				stripper.setEndPage(i);
				pages.add(stripper.getText(document));
			}
		}
		return pages;
	}

	/** Without line breaks, which are where the page was full. */
	private static String flat(String text) {
		return text.replaceAll("\\s+", "");
	}

}
