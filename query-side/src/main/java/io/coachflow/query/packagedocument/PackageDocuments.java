package io.coachflow.query.packagedocument;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.PackageResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the files of packages: the same package gives the same bytes. PDFs cost memory
 * and time, so only some are made at once.
 */
@Component
@EnableConfigurationProperties(DocumentProperties.class)
public class PackageDocuments {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

	private final PackageMarkdown markdown;

	private final JsonMapper mapper;

	private final Semaphore places;

	private final Duration wait;

	@Autowired
	PackageDocuments(PackageMarkdown markdown, JsonMapper mapper, DocumentProperties properties) {
		this(markdown, mapper, properties.atOnce(), LONGEST_WAIT);
	}

	PackageDocuments(PackageMarkdown markdown, JsonMapper mapper, int atOnce, Duration wait) {
		this.markdown = markdown;
		this.mapper = mapper;
		this.places = new Semaphore(atOnce, true);
		this.wait = wait;
	}

	/**
	 * The package as a PDF.
	 * @param language of the document while there is no brief, {@code en} or {@code fr}
	 * @throws ApiException if too many are being made
	 */
	public byte[] pdf(PackageResponse response, String language) throws InterruptedException {
		return placed(() -> pages(response, language));
	}

	/**
	 * The package as a ZIP of its documents, its logos and a draft of the website.
	 * @param language of the documents while there is no brief, {@code en} or {@code fr}
	 * @throws ApiException if too many are being made
	 */
	public byte[] archive(PackageResponse response, String language) throws InterruptedException {
		return placed(() -> {
			Archive archive = new Archive(response);
			archive.add("package.pdf", pages(response, language));
			archive.add("package.md", this.markdown.of(response, language, Archive.LOGOS));
			archive.add("package.json", this.mapper.writeValueAsString(response));
			archive.add("index.html", SitePage.of(response, this.markdown.words(response, language)));
			archive.addLogos();
			return archive.bytes();
		});
	}

	private byte[] pages(PackageResponse response, String language) {
		return PackagePdf.of(response, this.markdown.of(response, language), this.markdown.words(response, language));
	}

	private byte[] placed(Supplier<byte[]> work) throws InterruptedException {
		if (!this.places.tryAcquire(this.wait.toNanos(), TimeUnit.NANOSECONDS)) {
			throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE,
					"Many documents are being made at this moment: ask again shortly.");
		}
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

}
