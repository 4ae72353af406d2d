package io.coachflow.app.e2e;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entrepreneur's session in the console, from the sign-in to the package, with a coach
 * who asks back.
 */
@NeedsBrowser
class ConsoleSessionE2E {

	static final List<String> ENGLISH = List.of(
			"In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year without waste.",
			"Every day we cook healthy Senegalese lunches for 300 office workers, because honest food gives strength.",
			"Employees of 25 to 40 in the banks of Dakar-Plateau who spend 3,000 francs on lunch, four days a week.",
			"Unlike the nine places nearby we buy from 12 local farmers and serve in 8 minutes.",
			"A daily menu at 2,500 francs, a monthly card at 45,000 francs and delivery in 30 minutes by phone.");

	private static final List<String> FRENCH = List.of(
			"En 2031, nous avons 3 restaurants à Dakar, Thiès et Saint-Louis qui servent 40 000 clients par an sans gaspillage.",
			"Chaque jour, nous préparons des déjeuners sénégalais sains pour 300 employés, car bien manger donne de la force.",
			"Les employés de 25 à 40 ans des banques de Dakar-Plateau, qui dépensent 3 000 francs pour déjeuner, quatre jours par semaine.",
			"Contrairement aux neuf adresses voisines, nous achetons à 12 paysans locaux et servons en 8 minutes.",
			"Un menu du jour à 2 500 francs, une carte mensuelle à 45 000 francs et la livraison en 30 minutes par téléphone.");

	private static final String ASKED_BACK = "io.coachflow.session.clarification-requested";

	private static final String ANSWERED = "io.coachflow.session.step-answered";

	private static RunningCoachflow coachflow;

	private static Browser browser;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of("coachflow.coach.minimum-confidence", RunningCoachflow.DEFAULT));
		browser = Browser.start(coachflow);
	}

	@AfterAll
	static void stop() throws Exception {
		browser.close();
		PublishedSchemas.assertKeptByAndStop(coachflow);
	}

	@Test
	void aSessionGoesFromTheSignInToThePackageAndItsCorrection() throws Exception {
		browser.forget();
		browser.speak("en");
		browser.signIn("demo");
		assertThat(browser.path()).isEqualTo("/coach");
		String session = started("Teranga Table");

		answer("Ok");
		browser.await(".coach-asking");
		assertThat(browser.text("#now-title")).contains("Vision");
		askForHelp();
		useAProposalAndEdit();
		assertThat(EventLogReader.names(coachflow, session)).containsOnlyOnce(ASKED_BACK, ANSWERED)
			.contains("io.coachflow.session.help-given");
		answerFrom(1, ENGLISH);

		browser.awaitPath("/coach/" + session + "/package");
		assertThePackageComes();
		assertANewVersionArrivesLive();
		assertACorrectionMakesPartsStale(session);
		assertDownloads(session);
		assertThat(browser.log().errors()).isEmpty();
		assertThat(browser.log().hosts()).containsExactly("localhost");

		browser.signOut();
		browser.open("/coach/" + session);
		assertThat(browser.text()).doesNotContain("Teranga Table");
	}

	@Test
	void theWholeSessionSpeaksFrench() throws Exception {
		browser.forget();
		browser.speak("fr");
		browser.signIn("demo2");
		assertThat(browser.attribute("html", "lang")).startsWith("fr");
		String session = started("La Table de Thiès");
		assertThat(browser.attribute(".coach-message", "lang")).startsWith("fr");

		answerFrom(0, FRENCH);

		browser.awaitPath("/coach/" + session + "/package");
		assertThePackageComes();
		browser.awaitText("#package-progress", "5");
		assertThat(browser.text("main")).contains("La Table de Thiès")
			.doesNotContain("Five agents", "Business package");
		assertThat(browser.log().errors()).isEmpty();
		browser.speak("en");
	}

	private static String started(String name) {
		browser.unfold("#new-name");
		browser.type("#new-name", name);
		browser.type("#new-sector", "restaurant");
		browser.type("#new-city", "Dakar");
		browser.click("form[action='/coach'][method='post'] button");
		browser.until(() -> browser.path().matches("/coach/[0-9a-f-]{36}"));
		return browser.path().substring("/coach/".length());
	}

	private static void answer(String text) {
		browser.type("#answer", text);
		browser.click("[data-send]");
	}

	private static void answerFrom(int first, List<String> answers) {
		for (int i = first; i < answers.size(); i++) {
			browser.awaitText("#now-title", Integer.toString(i + 1));
			answer(answers.get(i));
		}
	}

	private static void askForHelp() {
		browser.unfold("#question");
		browser.type("#question", "What could our vision be?");
		browser.click("button[formaction$='/help']");
		browser.await("#offers .coach-questions li");
	}

	private static void useAProposalAndEdit() {
		browser.unfold("#hint");
		browser.click("button[formaction$='/proposals']");
		browser.await("#offers .coach-proposals li");
		browser.click("#offers .coach-proposals form[data-use] button");
		browser.until(() -> !browser.value("#answer").isBlank() && !browser.value("[data-offered]").isBlank());
		browser.await("#answer").sendKeys(" " + ENGLISH.getFirst());
		browser.click("[data-send]");
		browser.awaitText("#now-title", "2");
	}

	private static void assertThePackageComes() {
		browser.awaitCount(".agent[data-state='succeeded']", 5);
		browser.await("#part-logo .package-logo");
		browser.script("document.querySelector('.package-logo img').scrollIntoView()");
		browser.until(() -> Boolean.TRUE.equals(browser.script(
				"const it = document.querySelector('.package-logo img'); return it.complete && it.naturalWidth > 0")));
		for (String part : List.of("content", "research", "seo", "template")) {
			browser.await("#part-" + part + " .package-origin");
		}
		// The last news makes the page anew, and would take a notice with it
		browser.await("#package:not([data-live])");
	}

	private static void assertANewVersionArrivesLive() {
		browser.script("window.neverLeft = true");
		browser.click("#new-version input[value='content']");
		browser.type("#wish", "A warmer tone, please.");
		browser.click("#new-version button");
		browser.await(".package-notice");
		browser.awaitCount(".agent[data-state='succeeded']", 5);
		browser.until(() -> String
			.valueOf(browser
				.script("return document.querySelector('#part-content .package-origin .package-facts').textContent"))
			.replaceAll("\\s+", " ")
			.matches(".*Version of this part ?2\\b.*"));
		assertThat(browser.script("return window.neverLeft")).isEqualTo(true);
	}

	private static void assertACorrectionMakesPartsStale(String session) throws Exception {
		browser.click(".package-back a");
		browser.click("#answer-offre a.coach-link");
		browser.type("#correct-offre", "A daily menu at 3,000 francs and a buffet on Fridays for 40 guests.");
		browser.click("#answer-offre [data-send]");
		browser.await("#answer-offre .coach-notice");
		assertThat(EventLogReader.names(coachflow, session)).contains("io.coachflow.session.answer-revised");
		browser.click(".coach-end a.coach-button");
		browser.await(".package-stale");
	}

	private static void assertDownloads(String session) {
		for (Map.Entry<String, String> format : Map.of("pdf", "%PDF", "zip", "PK").entrySet()) {
			String path = browser.attribute("a[href$='format=" + format.getKey() + "']", "href");
			assertThat(path).startsWith("/coach/" + session);
			Object beginning = browser.promised("""
					const answer = await fetch(arguments[0]);
					const bytes = new Uint8Array(await answer.arrayBuffer());
					return answer.headers.get('Content-Disposition') + ' '
						+ String.fromCharCode(...bytes.slice(0, 4)) + ' ' + bytes.length;""", path);
			assertThat(String.valueOf(beginning)).startsWith("attachment").contains(" " + format.getValue());
		}
	}

}
