package io.coachflow.app.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An auditor finds a session, rewinds it without a mouse and proves it.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleHistoryE2E {

	private static final String WORD = "Kedougou";

	private static RunningCoachflow coachflow;

	private static Browser browser;

	private static String session;

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		coachflow = shared;
		Caller demo = shared.demo();
		session = demo.start(Map.of("business_name", "Audited Table")).field("session_id");
		demo.step(session, "In 2031 we run 3 restaurants in " + WORD + ".");
		demo.step(session, "Every day we cook for 300 office workers.");
		browser = Browser.start(shared);
		browser.signIn("auditor");
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void aSessionIsFoundByItsWords() {
		Caller auditor = coachflow.caller("auditor", "coaching:audit");
		await().until(() -> auditor.get("/api/v1/audit/sessions?q=" + WORD).text().contains(session));
		browser.open("/history");
		browser.type("#find-q", WORD);
		browser.press("#find-q", Keys.ENTER);

		browser.click("a[href$='/history/" + session + "']");

		browser.awaitPath("/history/" + session);
		assertThat(browser.text("main")).contains("Audited Table", WORD, "demo");
	}

	@Test
	void theSliderRewindsByKeyboard() {
		browser.open("/history/" + session);
		browser.await("#then [data-sequence='2']");

		browser.press("#rewind-range", Keys.HOME);
		browser.await("#then [data-sequence='0']");
		assertThat(browser.text("#then")).doesNotContain(WORD);
		browser.press("#rewind-range", Keys.ARROW_RIGHT);

		browser.await("#then [data-sequence='1']");
		browser.awaitText("#then", WORD);
		assertThat(browser.value("#rewind-number")).isEqualTo("1");
		browser.until(() -> !String
			.valueOf(browser.script("return document.getElementById('rewind-said').textContent.trim()"))
			.isEmpty());
	}

	@Test
	void theChainTurnsRedAtTheVeryEventThatWasChanged() throws Exception {
		browser.open("/history/" + session);
		browser.await("#chain.hist-good");
		try {
			shift(1, "+");
			browser.click("#chain form:last-of-type button");
			browser.await("#chain.hist-bad");
			assertThat(browser.text("#chain")).contains("1");
		}
		finally {
			shift(1, "-");
		}
		browser.click("#chain form:last-of-type button");
		browser.await("#chain.hist-good");
	}

	@Test
	void theLogIsVerifiedAndExported() {
		browser.open("/history");
		browser.click("form[action$='/history/verify'] button");
		browser.await("#log-result .hist-good");

		browser.open("/history/" + session);
		for (String format : new String[] { "jsonl", "json", "markdown" }) {
			Object found = browser.promised(
					"""
							const answer = await fetch(arguments[0]);
							const text = await answer.text();
							return answer.status + ' ' + answer.headers.get('Content-Disposition') + ' ' + text.includes(arguments[1]);""",
					browser.attribute("a[href$='format=" + format + "']", "href"), WORD);
			assertThat(String.valueOf(found)).startsWith("200 attachment").endsWith("true");
		}
	}

	@Test
	void whoReadTheSessionIsShown() {
		browser.open("/history/" + session);

		browser.open("/history/reads?session=" + session);

		assertThat(browser.text("table")).contains("auditor");
	}

	/** Moves an event in time, as somebody with all rights on the database could. */
	private static void shift(long sequence, String sign) throws Exception {
		try (Connection superuser = coachflow.superuser();
				PreparedStatement statement = superuser
					.prepareStatement("UPDATE event_log SET occurred_at = occurred_at " + sign
							+ " interval '1 second' WHERE aggregate_id = ? AND sequence_number = ?")) {
			statement.setString(1, session);
			statement.setLong(2, sequence);
			assertThat(statement.executeUpdate()).isEqualTo(1);
		}
	}

}
