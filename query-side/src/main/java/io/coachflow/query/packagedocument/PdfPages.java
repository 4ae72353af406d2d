package io.coachflow.query.packagedocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Lays a page of HTML out as a tagged PDF with embedded typefaces. Nothing is fetched,
 * and the same page gives the same bytes.
 */
final class PdfPages {

	static {
		// It tells each step, and what it was given, which people wrote
		XRLog.setLoggingEnabled(false);
	}

	private PdfPages() {
	}

	/**
	 * The PDF.
	 * @param html well-formed XML
	 * @param created the time to name as that of the document's creation, if any
	 */
	static byte[] print(String html, LogoDrawings logos, @Nullable Instant created) throws IOException {
		try (PDDocument document = new PDDocument();
				PdfBoxRenderer renderer = closed(document).withW3cDocument(Xml.parse(html), null)
					.useObjectDrawerFactory(logos)
					.buildPdfRenderer()) {
			renderer.createPDFWithoutClosing();
			document.getDocumentInformation().setCreationDate((created != null) ? calendar(created) : null);
			document.setDocumentId(id(html));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	/** Without any resource from outside, and without the typefaces of the system. */
	private static PdfRendererBuilder closed(PDDocument document) throws IOException {
		PdfRendererBuilder builder = new PdfRendererBuilder();
		for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
			builder.useExternalResourceAccessControl((_, _) -> false, when);
		}
		PdfFonts.addTo(builder, document);
		return builder.usePDDocument(document)
			.usePdfUaAccessibility(true)
			.useReplacementText(PdfFonts.REPLACEMENT)
			.withProducer("Coachflow");
	}

	private static Calendar calendar(Instant time) {
		return GregorianCalendar.from(time.atZone(ZoneOffset.UTC));
	}

	private static long id(String html) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(hash).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
