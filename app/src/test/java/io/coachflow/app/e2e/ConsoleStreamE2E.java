package io.coachflow.app.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A consumer sees the events as they happen, and how to get them by a program.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleStreamE2E {

	private static RunningCoachflow coachflow;

	private static Browser browser;

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		coachflow = shared;
		browser = Browser.start(shared);
		browser.signIn("consumer");
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void anEventArrivesWithoutReloadingThePage() {
		browser.open("/stream");
		browser.script("window.neverLeft = true");

		String session = coachflow.demo().startedSession();

		browser.until(() -> String.valueOf(browser.script("return document.getElementById('main').textContent"))
			.contains(session)
				|| String.valueOf(browser.script("return document.getElementById('main').innerHTML"))
					.contains(session));
		assertThat(browser.script("return window.neverLeft")).isEqualTo(true);
		assertThat(browser.log().errors()).isEmpty();
	}

	@Test
	void aCommandLineForTheStreamIsReadyToCopy() {
		browser.open("/stream");

		browser.until(() -> String.valueOf(browser.script("return document.getElementById('main').textContent"))
			.contains("curl"));
		assertThat(String.valueOf(browser.script("return document.getElementById('main').textContent")))
			.contains("/api/v1/events");
	}

}
