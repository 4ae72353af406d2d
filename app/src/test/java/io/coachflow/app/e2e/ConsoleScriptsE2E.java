package io.coachflow.app.e2e;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Script that people write is text on every page, and so is what agents make of it.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleScriptsE2E {

	private static final String SCRIPT = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

	private static final String ANSWER = "In 2031 we run 3 restaurants in Dakar. " + SCRIPT
			+ " is{{7*7}} is${7*7} is__${7*7}__ is[[${7*7}]] ";

	private static Browser browser;

	private static String live;

	private static String completed;

	private static String user = "";

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		Caller demo = shared.demo();
		Map<String, String> facts = Map.of("business_name", "A" + SCRIPT, "sector", "B" + SCRIPT, "city", "C" + SCRIPT,
				"country", "D" + SCRIPT);
		completed = demo.start(facts).field("session_id");
		CoachingSessionE2E.STEPS.forEach((step) -> demo.step(completed, ANSWER + step));
		live = demo.start(facts).field("session_id");
		demo.step(live, ANSWER);
		demo.post(Caller.COACHING + "/help", Map.of("session_id", live, "question", SCRIPT));
		String packagePath = Caller.COACHING + "/session/" + completed + "/package";
		await().until(() -> demo.get(packagePath).field("status").equals("complete"));
		demo.post(packagePath + "/regenerate", Map.of("agents", List.of("content"), "wish", SCRIPT));
		await().until(() -> demo.get(packagePath).field("status").equals("complete"));
		browser = Browser.start(shared);
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@ParameterizedTest
	@CsvSource({ "demo, /coach?q={script}", "demo, /coach/{live}", "demo, /coach/{live}/answers/vision/edit",
			"demo, /coach/{live}/facts/edit", "demo, /coach/{live}/delete", "demo, /coach/{completed}",
			"demo, /coach/{completed}/package", "demo, /coach/{script}", "auditor, /history?q={script}&user={script}",
			"auditor, /history", "auditor, /history/{live}", "auditor, /history/{completed}",
			"auditor, /history/{completed}/at?sequence=1", "auditor, /history/reads?session={script}",
			"analyst, /figures", "analyst, /figures?sector={script}&language={script}", "admin, /operations",
			"admin, /operations/question?action=REBUILD&target={script}", "admin, /operations?letters={script}",
			"consumer, /stream", "consumer, /stream?type={script}" })
	void scriptIsText(String reader, String path) {
		if (!reader.equals(user)) {
			browser.forget();
			browser.signIn(reader);
			user = reader;
		}
		browser.log().clear();

		browser.open(path.replace("{live}", live)
			.replace("{completed}", completed)
			.replace("{script}", "%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D%27owned%27%22%3E"));

		browser.await("body");
		browser.promised("await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));");
		assertThat(browser.title()).isNotEqualTo("owned");
		assertThat(browser.count("img[src='x'], [onerror], script:not([src])")).isZero();
		assertThat(browser.log().errors()).noneSatisfy((it) -> assertThat(it).contains("Content Security Policy"));
		assertThat(browser.log().hosts()).isSubsetOf("localhost");
		if (path.matches("/(coach|history)/\\{\\w+}(/package)?") && !path.contains("{script}")) {
			assertThat(String.valueOf(browser.script("return document.getElementById('main').textContent")))
				.contains("onerror=")
				.doesNotContain("is49");
		}
	}

}
