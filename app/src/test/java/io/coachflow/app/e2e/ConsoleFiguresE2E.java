package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An analyst sees the figures as charts and takes each as a table.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleFiguresE2E {

	private static final Pattern CSV = Pattern.compile("href=\"([^\"]*csv[^\"]*)\"");

	private static RunningCoachflow coachflow;

	private static Browser browser;

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		coachflow = shared;
		Caller demo = shared.demo();
		String session = demo.start(Map.of("sector", "restaurant", "business_name", "Counted Table"))
			.field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> demo.step(session, "We cook in Dakar for " + step));
		Caller analyst = shared.caller("analyst", "coaching:analytics");
		await().until(() -> analyst.get("/api/v1/analytics/funnel?group_by=sector").text().contains("restaurant"));
		browser = Browser.start(shared);
		browser.signIn("analyst");
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void figuresAreChartsWithWords() {
		browser.open("/figures");

		browser.await("main figure svg[role='img']");
		assertThat(browser.count("main figure")).isGreaterThanOrEqualTo(3);
		assertThat(browser.count("main figure svg[role='img']:not([aria-label]):not([aria-labelledby])")).isZero();
		assertThat(browser.count("main table")).isPositive();
		assertThat(browser.text("main").toLowerCase()).contains("restaurant");
		assertThat(browser.log().errors()).isEmpty();
	}

	@Test
	void everyFigureHasItsTable() {
		try (HttpClient http = HttpClient.newHttpClient()) {
			ConsoleVisitor analyst = ConsoleVisitor.signedIn(http, coachflow, "analyst");
			List<String> links = CSV.matcher(analyst.get("/figures").text())
				.results()
				.map((found) -> HtmlUtils.htmlUnescape(found.group(1)))
				.distinct()
				.toList();

			assertThat(links).isNotEmpty();
			for (String link : links) {
				Answer table = analyst.get(link);
				assertThat(table.status()).as(link).isEqualTo(200);
				assertThat(table.header("Content-Type")).as(link).startsWith("text/csv");
				assertThat(table.text().lines().findFirst()).as(link).get().asString().contains(",");
			}
		}
	}

}
