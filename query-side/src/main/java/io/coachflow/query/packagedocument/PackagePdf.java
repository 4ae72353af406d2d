package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.rest.PackageResponse;
import org.jspecify.annotations.Nullable;

/**
 * Prints the Markdown of a package: a cover, contents with page numbers, and the
 * sections. Nothing outside of it names the library, which is loaded for the first
 * document only.
 */
final class PackagePdf {

	private PackagePdf() {
	}

	/**
	 * The document.
	 * @param markdown of the package, as {@link PackageMarkdown} writes it
	 */
	static byte[] of(PackageResponse response, String markdown, Labels words) {
		LogoDrawings logos = new LogoDrawings(Results.logos(response).stream().map(Logo.Concept::svg).toList());
		String html = new PrintHtml(words, logos, Brand.of(response))
			.page(Results.name(response, words.text("document")), completed(response.completedAt(), words), markdown);
		try {
			return PdfPages.print(html, logos, Results.time(response).orElse(null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String completed(@Nullable Instant time, Labels words) {
		return (time != null) ? words.text("completed_at", words.date(time)) : "";
	}

}
