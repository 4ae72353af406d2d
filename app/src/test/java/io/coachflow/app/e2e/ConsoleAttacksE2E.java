package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody tries on the console who is not its user, or whose page is not its own.
 */
@OnSharedCoachflow
class ConsoleAttacksE2E {

	/** As every signed token begins. */
	private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]{10,}");

	private static final String SECRET = "Secret Bakery";

	private static final int SHORTEST_ID = 16;

	private final RunningCoachflow coachflow;

	private final HttpClient http = HttpClient.newHttpClient();

	ConsoleAttacksE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
	}

	@AfterEach
	void close() {
		this.http.close();
	}

	@Test
	void aFormOfAnotherSiteChangesNothing() throws Exception {
		ConsoleVisitor demo = visitor("demo");
		String session = this.coachflow.demo().startedSession();
		String path = "/coach/" + session + "/answers";
		Map<String, String> answer = Map.of("step", "vision", "answer", "Not mine", "key", "not-mine");
		long events = EventLogReader.count(this.coachflow);

		List<Answer> refused = new ArrayList<>();
		refused.add(demo.post("/coach", Map.of("businessName", "Not mine")));
		refused.add(demo.post(path, answer));
		refused.add(demo.post(path, answer, "HX-Request", "true"));
		refused.add(demo.post(path, answer, "X-CSRF-TOKEN", "guessed"));
		refused.add(demo.post(path, answer, "Origin", "https://evil.example"));
		refused.add(demo.post("/coach/" + session + "/delete", Map.of()));
		refused.add(demo.post("/logout", Map.of()));

		assertThat(refused).extracting(Answer::status).containsOnly(403);
		assertThat(EventLogReader.count(this.coachflow)).isEqualTo(events);
		assertThat(demo.get("/coach").status()).isEqualTo(200);
		assertThat(demo.post(path, answer, "X-CSRF-TOKEN", demo.csrf("/coach/" + session)).status() / 100).isIn(2, 3);
	}

	@Test
	void aLinkOfAnotherSiteSignsNobodyOut() {
		ConsoleVisitor demo = visitor("demo");

		demo.get("/logout");

		assertThat(demo.get("/coach").status()).isEqualTo(200);
	}

	@Test
	void noPageIsShownInAFrameOrRunsWhatIsWrittenIntoIt() {
		ConsoleVisitor stranger = new ConsoleVisitor(this.http, this.coachflow);
		ConsoleVisitor demo = visitor("demo");

		for (Answer page : List.of(stranger.get("/"), stranger.follow("/coach"), demo.get("/coach"),
				demo.get("/coach/nothing"), demo.get("/operations"))) {
			assertThat(page.header("Content-Security-Policy")).as("%s", page.response().uri())
				.contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
				.doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:", "https:");
			assertThat(page.header("X-Frame-Options")).isEqualToIgnoringCase("DENY");
			assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(page.header("Cache-Control")).contains("no-store");
		}
	}

	@Test
	void anothersSessionIsNeitherShownNorChanged() throws Exception {
		Caller owner = this.coachflow.demo();
		String session = owner.start(Map.of("business_name", SECRET)).field("session_id");
		owner.step(session, "The secret recipe of the bakery");
		List<String> events = EventLogReader.names(this.coachflow, session);
		ConsoleVisitor other = visitor("demo2");
		String csrf = other.csrf("/coach");

		List<Answer> refused = new ArrayList<>();
		assertThat(other.get("/coach/" + session).status()).isEqualTo(403);
		assertThat(other.get("/coach/" + session + "/package/live").text()).isEqualTo(":\n\nevent:closed\ndata:\n\n");
		for (String path : List.of("", "/package", "/package/body", "/package/logo/1.svg",
				"/package/download?format=pdf", "/answers/vision/edit", "/facts/edit", "/delete")) {
			refused.add(other.get("/coach/" + session + path));
		}
		Map<String, String> fields = new LinkedHashMap<>(
				Map.of("_csrf", csrf, "step", "mission", "answer", "Not mine", "key", "not-mine", "sequence", "1"));
		fields.put("agents", "content");
		for (String path : List.of("/answers", "/answers/vision", "/help", "/proposals", "/facts", "/delete", "/resume",
				"/package/regenerate")) {
			fields.put("businessName", "Not mine" + path);
			refused.add(other.post("/coach/" + session + path, fields));
		}

		assertThat(refused).allSatisfy((answer) -> {
			assertThat(answer.status()).as("%s", answer.response().request()).isIn(403, 404);
			assertThat(answer.text()).doesNotContain(SECRET, "secret recipe");
		});
		assertThat(EventLogReader.names(this.coachflow, session)).isEqualTo(events);
	}

	@Test
	void everyPageAsksForItsScope() {
		Map<String, String> pages = Map.of("demo", "/coach", "auditor", "/history", "analyst", "/figures", "admin",
				"/operations", "consumer", "/stream");
		for (String user : pages.keySet()) {
			ConsoleVisitor visitor = visitor(user);
			pages.forEach((owner, page) -> {
				boolean own = owner.equals(user) || (user.equals("auditor") && page.equals("/stream"));
				assertThat(visitor.get(page).status()).as(user + " at " + page).isEqualTo(own ? 200 : 403);
			});
		}
	}

	@Test
	void whoIsSignedOutSeesNothing() {
		ConsoleVisitor stranger = new ConsoleVisitor(this.http, this.coachflow);

		for (String page : List.of("/coach", "/history", "/figures", "/operations", "/stream")) {
			Answer answer = stranger.get(page);
			assertThat(answer.status()).as(page).isBetween(300, 399);
			assertThat(answer.text()).as(page).isEmpty();
		}
	}

	@Test
	void theTokenNeverReachesTheBrowser() {
		ConsoleVisitor demo = visitor("demo");
		String session = this.coachflow.demo().startedSession();

		for (String path : List.of("/", "/coach", "/coach/" + session, "/coach/brief", "/console/console.js",
				"/console/coach.js")) {
			Answer answer = demo.follow(path);
			assertThat(TOKEN.matcher(answer.text()).find()).as(path).isFalse();
			assertThat(TOKEN.matcher(answer.response().headers().map().toString()).find()).as(path).isFalse();
		}
		assertThat(demo.setCookies()).isNotEmpty().noneSatisfy((cookie) -> assertThat(cookie).containsPattern(TOKEN));
	}

	@Test
	void theSessionCookieIsForTheServerAloneAndNewAfterTheSignIn() {
		ConsoleVisitor demo = new ConsoleVisitor(this.http, this.coachflow);
		demo.follow("/oauth2/authorization/coachflow");
		Map<String, String> before = new LinkedHashMap<>(demo.cookies());

		demo.signIn("demo");

		assertThat(demo.setCookies()).allSatisfy((cookie) -> assertThat(cookie).containsIgnoringCase("HttpOnly")
			.containsPattern("(?i)SameSite=(Lax|Strict)"));
		// Others, such as the language, may stay
		before.values().removeIf((value) -> value.length() < SHORTEST_ID);
		assertThat(before).isNotEmpty()
			.allSatisfy((name, value) -> assertThat(demo.cookies().getOrDefault(name, "")).isNotEqualTo(value));
	}

	private ConsoleVisitor visitor(String user) {
		return ConsoleVisitor.signedIn(this.http, this.coachflow, user);
	}

}
