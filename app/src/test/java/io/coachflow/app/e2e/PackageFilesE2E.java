package io.coachflow.app.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.PackageStatus;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Taking a package along as a PDF or a ZIP.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = "coachflow.roles=api,projections")
@ContextConfiguration(initializers = TestServers.class)
@DirtiesContext
class PackageFilesE2E {

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private EventStore events;

	@Value("${server.port}")
	private int port;

	private Caller demo;

	@BeforeEach
	void login() {
		this.demo = Caller.withToken(this.http, this.port, "demo", "coaching");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pdf", "zip" })
	void aFileComesByNameOrByAcceptUnderTheBusinesssName(String form) {
		String session = completedSession("fr");
		new PackageHistory(this.events, session, "fr").requested().allSucceed();

		Answer file = this.demo.get(path(session) + "?format=" + form, "Accept", "application/json");

		assertThat(file.status()).isEqualTo(200);
		assertThat(file.header("Content-Type")).isEqualTo("application/" + form);
		assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"teranga-table." + form + "\"");
		assertThat(file.response().headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(file.header("Content-Language")).isEqualTo("fr");
		assertThat(file.header("Vary")).contains("Accept");
		assertThat(file.header("ETag")).isEqualTo("\"11-" + form + "\"");
		Answer again = this.demo.get(path(session), "Accept", "application/" + form);
		assertThat(again.bytes()).isEqualTo(file.bytes());
		Answer same = this.demo.get(path(session), "Accept", "application/" + form, "If-None-Match",
				file.header("ETag"));
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.bytes()).isEmpty();
		assertThat(same.header("ETag")).isEqualTo(file.header("ETag"));
		assertThat(same.header("Vary")).contains("Accept");
	}

	@Test
	void thePdfHasWhatTheMarkdownHas() throws IOException {
		String session = completedSession("fr");
		new PackageHistory(this.events, session, "fr").requested().allSucceed();

		String text = text(this.demo.get(path(session) + "?format=pdf").bytes());

		assertThat(text).contains("Dossier d’entreprise", "Sommaire", "Recipes of <three> grandmothers.",
				"We open in Dakar □.", "D’où cela vient");
	}

	@Test
	void aPackageThatIsNotCompleteGivesWhatIsThereAndSaysSo() throws IOException {
		String session = completedSession("en");
		PackageHistory history = new PackageHistory(this.events, session, "en").requested()
			.starts(Agent.SEO, 1, 1)
			.succeeds(Agent.SEO, 1, 1);

		assertThat(text(this.demo.get(path(session) + "?format=pdf").bytes()))
			.contains("At work: 1 of 5 parts are ready.", "restaurant dakar");

		history.fails(Agent.LOGO, 1, 1).completes(PackageStatus.PARTIAL);
		Map<String, byte[]> files = files(this.demo.get(path(session) + "?format=zip").bytes());
		assertThat(files.keySet()).containsExactly("package.pdf", "package.md", "package.json", "index.html");
		assertThat(text(files.get("package.pdf"))).contains("This part failed after 1 attempt(s)");
		assertThat(new String(files.get("index.html"))).contains("A draft");
	}

	@Test
	void theArchiveHasThePackageAsTheOtherFormsGiveIt() throws IOException {
		String session = completedSession("en");
		new PackageHistory(this.events, session, "en").requested().allSucceed();

		Map<String, byte[]> files = files(this.demo.get(path(session) + "?format=zip").bytes());

		assertThat(files.get("package.json")).isEqualTo(this.demo.get(path(session)).bytes());
		assertThat(files.get("package.pdf")).isEqualTo(this.demo.get(path(session) + "?format=pdf").bytes());
		assertThat(files.get("logos/2.svg")).isEqualTo(this.demo.get(path(session) + "/logo/2.svg").bytes());
		assertThat(new String(files.get("package.md")))
			.isEqualTo(this.demo.get(path(session) + "?format=markdown").text().replace("](package/logo/", "](logos/"));
	}

	@Test
	void nobodyElseGetsTheFiles() {
		String session = completedSession("en");
		new PackageHistory(this.events, session, "en").requested().allSucceed();
		Caller thief = Caller.withToken(this.http, this.port, "demo2", "coaching");
		String unfinished = this.demo.startedSession();

		for (String form : List.of("pdf", "zip")) {
			String path = path(session) + "?format=" + form;
			assertRefused(thief.get(path), 403, "FORBIDDEN");
			assertRefused(thief.get(path, "If-None-Match", "\"11-" + form + "\""), 403, "FORBIDDEN");
			assertRefused(this.demo.with(null).get(path), 401, "UNAUTHORIZED");
			assertRefused(this.demo.get(path(unfinished) + "?format=" + form), 404, "NOT_FOUND");
			assertRefused(this.demo.get(path(session) + "?format=" + form + "x"), 400, "INVALID_REQUEST");
		}
	}

	private String completedSession(String language) {
		String session = this.demo.start(Map.of(), "Accept-Language", language).field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(session, "We cook in Dakar for " + step));
		return session;
	}

	private static String path(String session) {
		return Caller.COACHING + "/session/" + session + "/package";
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
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

}
