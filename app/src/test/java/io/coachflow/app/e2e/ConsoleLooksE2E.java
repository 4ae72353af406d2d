package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every page is accessible by axe-core's rules, light and dark, wide and narrow; small;
 * and all of the application's own. The pictures of docs/console.md are taken here.
 */
@NeedsBrowser
@OnSharedCoachflow
class ConsoleLooksE2E {

	private static final int WIDE = 1280;

	private static final int NARROW = 390;

	private static final long MOST_BYTES = 100_000;

	private static final String NOBODY = "";

	private static String axe = "";

	private static Browser browser;

	private static String live;

	private static String completed;

	private static String user = NOBODY;

	@BeforeAll
	static void start(RunningCoachflow shared) throws Exception {
		axe = new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
		Caller demo = shared.demo();
		Map<String, String> facts = Map.of("business_name", "Teranga Table", "sector", "restaurant", "city", "Dakar");
		completed = demo.start(facts).field("session_id");
		ConsoleSessionE2E.ENGLISH.forEach((answer) -> demo.step(completed, answer));
		live = demo.start(Map.of("business_name", "Atelier Kora", "sector", "crafts", "city", "Thiès"))
			.field("session_id");
		demo.step(live, "In 2031 we build 200 koras a year in Thiès and teach 40 apprentices.");
		await().until(() -> demo.get(Caller.COACHING + "/session/" + completed + "/package")
			.field("status")
			.equals("complete"));
		browser = Browser.start(shared);
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	static Stream<Arguments> pages() {
		return Stream.of(arguments("home", NOBODY, "/"),
				arguments("sign-in", NOBODY, "/oauth2/authorization/coachflow"), arguments("coach", "demo", "/coach"),
				arguments("coach-session", "demo", "/coach/{live}"),
				arguments("coach-completed", "demo", "/coach/{completed}"),
				arguments("coach-package", "demo", "/coach/{completed}/package"),
				arguments("coach-brief", "demo", "/coach/brief"),
				arguments("coach-delete", "demo", "/coach/{live}/delete"),
				arguments("not-found", "demo", "/coach/nothing"), arguments("forbidden", "demo", "/operations"),
				arguments("history", "auditor", "/history"),
				arguments("history-session", "auditor", "/history/{completed}"),
				arguments("history-reads", "auditor", "/history/reads"), arguments("figures", "analyst", "/figures"),
				arguments("operations", "admin", "/operations"), arguments("stream", "consumer", "/stream"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void aPageIsFitForEverybodyAndAsksNobodyElse(String name, String reader, String path) throws IOException {
		signedInAs(reader);
		browser.size(WIDE, 900);
		browser.dark(false);
		browser.log().clear();
		browser.open(path.replace("{live}", live).replace("{completed}", completed));
		browser.await("h1");

		List<String> flaws = new ArrayList<>();
		look(name, WIDE, false, flaws);
		look(name, WIDE, true, flaws);
		look(name, NARROW, true, flaws);
		look(name, NARROW, false, flaws);

		assertThat(flaws).isEmpty();
		assertThat((Long) browser.script("return performance.getEntriesByType('navigation')[0].decodedBodySize"))
			.isPositive()
			.isLessThan(MOST_BYTES);
		assertThat(browser.count("h1")).isEqualTo(1);
		assertThat(browser.count("[style], script:not([src]), style")).isZero();
		assertThat(browser.log().hosts()).containsExactly("localhost");
		assertThat(browser.log().errors()).filteredOn((it) -> !isOfTheAnswersStatus(it)).isEmpty();
	}

	private static void look(String name, int width, boolean dark, List<String> flaws) throws IOException {
		browser.dark(dark);
		browser.size(width, (width == WIDE) ? 900 : 844);
		browser.promised("await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));");
		String look = width + "-" + (dark ? "dark" : "light");
		browser.picture(name + "-" + look);
		for (Object tooWide : (List<?>) found("""
				const edge = document.documentElement.clientWidth;
				if (document.documentElement.scrollWidth <= edge) return [];
				return Array.from(document.body.querySelectorAll('*'))
					.filter((it) => it.getBoundingClientRect().right > edge + 1)
					.map((it) => it.tagName + '#' + it.id + '.' + it.className).slice(0, 10);""")) {
			flaws.add(look + ": too wide: " + tooWide);
		}
		if (dark && width == NARROW) {
			return;
		}
		browser.script("if (!window.axe) {\n" + axe + "\n}");
		Object violations = browser.promised("""
				const found = await window.axe.run(document, {resultTypes: ['violations']});
				return found.violations.flatMap((rule) => rule.nodes.map((node) =>
					rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary));""");
		assertThat(violations).isInstanceOf(List.class);
		((List<?>) violations).forEach((it) -> flaws.add(look + ": " + it));
	}

	private static Object found(String script) {
		return Objects.requireNonNull(browser.script(script));
	}

	/** The browser tells of pages that are there to say no. */
	private static boolean isOfTheAnswersStatus(String error) {
		return error.contains("/coach/nothing - Failed to load resource")
				|| error.contains("/operations - Failed to load resource");
	}

	private static void signedInAs(String reader) {
		if (!reader.equals(user)) {
			browser.forget();
			if (!reader.equals(NOBODY)) {
				browser.signIn(reader);
			}
			user = reader;
		}
	}

}
