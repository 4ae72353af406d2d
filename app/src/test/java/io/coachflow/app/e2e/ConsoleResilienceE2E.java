package io.coachflow.app.e2e;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes wrong between a browser and the console neither loses nor doubles an answer.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleResilienceE2E {

	private static final String ANSWERED = "io.coachflow.session.step-answered";

	private static final String VISION = ConsoleSessionE2E.ENGLISH.getFirst();

	private static RunningCoachflow coachflow;

	private static Browser browser;

	private String session = "";

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		coachflow = shared;
		browser = Browser.start(shared);
		browser.signIn("demo");
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@BeforeEach
	void startSession() {
		this.session = coachflow.demo().startedSession();
		browser.open("/coach/" + this.session);
	}

	@Test
	void whatALostConnectionKeptBackIsSentAgain() throws Exception {
		browser.type("#answer", VISION);
		browser.offline(true);
		browser.click("[data-send]");
		browser.await("[data-lost]");
		assertThat(browser.value("#answer")).isEqualTo(VISION);
		browser.offline(false);

		browser.click("[data-send]");

		browser.awaitText("#now-title", "2");
		assertOneAnswer();
	}

	@Test
	void anAnswerWhoseReceiptWasLostCountsOnce() throws Exception {
		browser.type("#answer", VISION);
		// It arrives, but the page never hears of it
		Object status = browser.promised("""
				const form = document.getElementById('answer-form');
				return (await fetch(form.action, {
					method: 'POST', body: new URLSearchParams(new FormData(form)), headers: {'HX-Request': 'true'}
				})).status;""");
		assertThat(status).isEqualTo(200L);
		assertOneAnswer();

		browser.click("[data-send]");

		browser.awaitText("#now-title", "2");
		assertOneAnswer();
	}

	@Test
	void aDoubleClickIsOneAnswer() throws Exception {
		browser.type("#answer", VISION);

		browser.script("const send = document.querySelector('[data-send]'); send.click(); send.click();");

		browser.awaitText("#now-title", "2");
		assertOneAnswer();
	}

	@Test
	void aDraftOutlivesTheSessionOfTheBrowser() throws Exception {
		browser.type("#answer", VISION);
		browser.script("window.before = true");
		forgetConsoleSessions();
		browser.click("[data-send]");
		browser.until(() -> !Boolean.TRUE.equals(browser.script("return window.before === true")));
		if (!browser.path().startsWith("/coach/")) {
			browser.choose("demo");
		}
		browser.awaitPath("/coach/" + this.session);

		browser.until(() -> browser.value("#answer").equals(VISION));
		assertThat(EventLogReader.names(coachflow, this.session)).doesNotContain(ANSWERED);
		browser.click("[data-send]");

		browser.awaitText("#now-title", "2");
		assertOneAnswer();
	}

	@Test
	void theSecondOfTwoTabsIsToldAndKeepsItsText() throws Exception {
		String first = browser.tab();
		browser.newTab();
		browser.open("/coach/" + this.session);
		String other = "In 2035 we run a school for cooks in Thiès with 200 pupils.";
		browser.type("#answer", other);
		String second = browser.tab();
		browser.switchTo(first);
		browser.type("#answer", VISION);
		browser.click("[data-send]");
		browser.awaitText("#now-title", "2");
		browser.switchTo(second);

		browser.click("[data-send]");

		browser.await("#coach-notice[role='alert']");
		assertThat(browser.text("main")).contains(other);
		assertOneAnswer();
		browser.switchTo(first);
	}

	private void assertOneAnswer() throws Exception {
		assertThat(EventLogReader.names(coachflow, this.session)).containsOnlyOnce(ANSWERED);
	}

	/** As if everybody had been away for too long. */
	private static void forgetConsoleSessions() {
		try (RedisClient client = RedisClient
			.create("redis://127.0.0.1:" + coachflow.setting("coachflow.local.redis-port"))) {
			RedisCommands<String, String> redis = client.connect().sync();
			String[] keys = redis.keys("*session*")
				.stream()
				.filter((key) -> key.contains("console") || key.startsWith("spring:"))
				.toArray(String[]::new);
			assertThat(keys).as("sessions of the console in Redis").isNotEmpty();
			redis.del(keys);
		}
	}

}
