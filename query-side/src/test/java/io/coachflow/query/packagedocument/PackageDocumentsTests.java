package io.coachflow.query.packagedocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PackageDocumentsTests {

	private final PackageMarkdown markdown = new PackageMarkdown();

	private final PackageDocuments documents = new PackageDocuments(this.markdown, Packages.JSON,
			new DocumentProperties(2));

	@Test
	void theArchiveHasTheDocumentsTheLogosAndTheWebsite() throws Exception {
		PackageResponse response = Packages.drawn(Packages.kept("complete-en"), Packages.SVG);

		Map<String, byte[]> files = files(this.documents.archive(response, "en"));

		assertThat(files.keySet()).containsExactly("package.pdf", "package.md", "package.json", "index.html",
				"logos/1.svg", "logos/2.svg", "logos/3.svg");
		assertThat(files.get("package.pdf")).isEqualTo(this.documents.pdf(response, "en"));
		assertThat(text(files, "package.md")).isEqualTo(this.markdown.of(response, "en", "logos/"))
			.contains("](logos/1.svg)");
		assertThat(Packages.JSON.readValue(files.get("package.json"), PackageResponse.class)).isEqualTo(response);
		assertThat(text(files, "logos/2.svg")).isEqualTo(Packages.SVG);
		assertThat(text(files, "index.html")).isEqualTo(SitePage.of(response, this.markdown.words(response, "en")));
	}

	@Test
	void whatIsNotThereYetIsNotInTheArchive() throws Exception {
		Map<String, byte[]> files = files(this.documents.archive(PackageResponse.expected("s1"), "fr"));

		assertThat(files.keySet()).containsExactly("package.pdf", "package.md", "package.json", "index.html");
		assertThat(text(files, "index.html")).contains("Un brouillon", "0 parties sur 5");
	}

	@Test
	void namesNeverComeFromTexts() throws Exception {
		PackageResponse response = Packages.named(Packages.drawn(Packages.kept("hostile-en"), Packages.SVG),
				"../../etc/passwd");

		assertThat(files(this.documents.archive(response, "en")).keySet())
			.allMatch((name) -> name.matches("(package\\.(pdf|md|json)|index\\.html|logos/[1-3]\\.svg)"));
	}

	@Test
	void theSamePackageGivesTheSameArchiveInAnyTimeZone() throws Exception {
		PackageResponse response = Packages.drawn(Packages.kept("complete-en"), Packages.SVG);
		byte[] archive = this.documents.archive(response, "en");
		TimeZone zone = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
			assertThat(this.documents.archive(response, "en")).isEqualTo(archive);
		}
		finally {
			TimeZone.setDefault(zone);
		}
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
			// A ZIP counts in steps of two seconds
			assertThat(in.getNextEntry().getTimeLocal()).isEqualTo(LocalDateTime.of(2026, 11, 22, 12, 0, 10));
		}
	}

	@Test
	void whoeverWaitsTooLongIsAskedToComeAgain() throws Exception {
		CountDownLatch busy = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		PackageDocuments one = new PackageDocuments(this.markdown, new JsonMapper() {

			@Override
			public String writeValueAsString(Object value) {
				busy.countDown();
				try {
					over.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				return "{}";
			}

		}, 1, Duration.ofMillis(50));
		PackageResponse response = PackageResponse.expected("s1");
		Thread first = Thread.ofPlatform().start(() -> {
			try {
				one.archive(response, "en");
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		busy.await();

		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> one.pdf(response, "en"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));

		over.countDown();
		first.join();
		assertThat(one.pdf(response, "en")).isNotEmpty();
	}

	@Test
	void aNodeMakesAtLeastOneAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DocumentProperties(0))
			.withMessageContaining("coachflow.package.documents.at-once");
	}

	private static Map<String, byte[]> files(byte[] archive) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				files.put(entry.getName(), in.readAllBytes());
			}
		}
		return files;
	}

	private static String text(Map<String, byte[]> files, String name) {
		return new String(files.get(name), StandardCharsets.UTF_8);
	}

}
