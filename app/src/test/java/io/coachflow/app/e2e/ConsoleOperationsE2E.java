package io.coachflow.app.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator rebuilds a read model and sees how the service fares.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleOperationsE2E {

	private static RunningCoachflow coachflow;

	private static Browser browser;

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		coachflow = shared;
		shared.demo().startedSession();
		browser = Browser.start(shared);
		browser.signIn("admin");
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void aRebuildIsDoneAfterASecondQuestionAndConfirmedAfterAnother() {
		long before = asked();
		browser.open("/operations");
		browser.click("#rebuild-funnel");
		browser.await("#question-title");
		browser.click("#question a[data-dismiss]");
		browser.awaitCount("#question-title", 0);
		assertThat(asked()).isEqualTo(before);

		browser.click("#rebuild-funnel");
		browser.click("#question form[method='post'] button");
		browser.await("#confirm-funnel");
		browser.click("#confirm-funnel");
		browser.awaitText("#question-title", "funnel");
		browser.click("#question form[method='post'] button");

		browser.awaitCount("#confirm-funnel", 0);
		assertThat(asked()).isEqualTo(before + 2);
		browser.await("#rebuild-funnel");
		browser.awaitText("#actions", "funnel");
		assertThat(browser.log().errors()).isEmpty();
	}

	@Test
	void withoutDeadLettersThePageSaysSo() {
		browser.open("/operations");

		browser.await("#letters");
		if (coachflow.caller("admin", "coaching:admin")
			.get("/api/v1/admin/dead-letters")
			.json()
			.get("dead_letters")
			.isEmpty()) {
			browser.await("#letters .word.good");
		}
	}

	@Test
	void healthMetersAndProjectionsAreShown() {
		browser.open("/operations");

		browser.await("#health .word");
		browser.await("#meters svg[role='img']");
		for (String projection : new String[] { "session-view", "session-list", "package-view", "funnel",
				"enrichment" }) {
			browser.awaitText("#projections", projection);
		}
		browser.script("window.neverLeft = true");
		browser.script("document.getElementById('projections').dataset.old = 'true'");
		browser.awaitCount("#projections[data-old]", 0);
		assertThat(browser.script("return window.neverLeft")).isEqualTo(true);
	}

	/** How often anything was asked of the projection. */
	private static long asked() {
		return coachflow.caller("admin", "coaching:admin")
			.get("/api/v1/admin/actions")
			.json()
			.get("actions")
			.valueStream()
			.filter((it) -> it.get("target").asString().equals("funnel"))
			.count();
	}

}
