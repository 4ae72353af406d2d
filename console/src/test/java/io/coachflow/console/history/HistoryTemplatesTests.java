package io.coachflow.console.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.console.RenderedTemplates;
import io.coachflow.contracts.rest.AccessPage;
import io.coachflow.contracts.rest.BadEvent;
import io.coachflow.contracts.rest.FoundSession;
import io.coachflow.contracts.rest.FoundSessions;
import io.coachflow.contracts.rest.HistoryDiff;
import io.coachflow.contracts.rest.HistoryDiff.Change;
import io.coachflow.contracts.rest.LogVerification;
import io.coachflow.contracts.rest.SessionVerification;
import io.coachflow.contracts.session.Business;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTemplatesTests {

	private static final String SCRIPT = "<script>alert(1)</script>";

	private static final String SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;";

	private static final RenderedTemplates TEMPLATES = new RenderedTemplates("history");

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void aHistoryShowsEverything(String language) {
		History history = Histories.answered();
		String html = part("session", "main", page(history.events(), history, 4, 3L), language);
		assertThat(html)
			.contains("We cook with what the market has that morning.", "id=\"event-4\"", "id=\"package-1\"",
					"type=\"range\"", "min=\"0\"", "max=\"4\"", "class=\"breaks\"", "lang=\"en\"",
					"/export?format=jsonl", language.equals("en") ? "Event 3: breaks here" : "rupture ici\">3<")
			.doesNotContain("??", "style=", "th:", "lang=\"\"");
	}

	@Test
	void aSessionOfWhichTheLogHasNothingShowsItsChain() {
		Map<String, Object> model = new HashMap<>(
				Map.of("sessionId", Histories.SESSION, "chain", ChainView.of(verification(0, 0L)), "reads", List.of()));
		assertThat(part("session", "main", model, "en")).contains("breaks here", "no readable history")
			.doesNotContain("??", "type=\"range\"");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 300, 5_000 })
	void aPageOfManyEventsStaysSmall(int events) {
		History history = Histories.answered();
		List<LogEvent> many = Histories.answers(events, "Nous cuisinons <chaque> matin l'été. ".repeat(60));
		assertThat(bytes(part("session", "main", page(many, history, events - 1, null), "fr"))).isLessThan(95_000);
		Map<String, Object> more = Map.of("sessionId", Histories.SESSION, "continued", true, "timeline",
				Timeline.of(many, 0, Timeline.ALONE));
		assertThat(bytes(part("timeline", "entries", more, "fr"))).isLessThan(98_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Short." })
	void fewWordsStaySmallToo(String words) {
		Map<String, Object> more = Map.of("sessionId", Histories.SESSION, "timeline",
				Timeline.of(Histories.answers(300, words), 0, Timeline.ALONE));
		assertThat(bytes(part("timeline", "entries", more, "fr"))).isLessThan(98_000);
	}

	@Test
	void whatPeopleWroteShowsAsText() {
		Map<String, Object> model = page(Histories.answers(2, SCRIPT), Histories.answered(), 4, null);
		model.put("name", SCRIPT);
		model.put("owner", SCRIPT);
		model.put("rewound", Rewound.of(Histories.SESSION, 4, Histories.answered(),
				diff(new Change("answers.vision", SCRIPT, SCRIPT), new Change(SCRIPT, List.of(SCRIPT), null))));
		assertThat(part("session", "main", model, "en")).contains(SHOWN).doesNotContain("<script");
		LogEvent event = Histories.answers(1, SCRIPT).getFirst();
		assertThat(part("event", "main",
				Map.of("sessionId", Histories.SESSION, "entry", Entries.of(event), "data", StoredData.of(event)), "fr"))
			.contains(SHOWN)
			.doesNotContain("<script", "??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void foundSessionsAreATable(String language) {
		FoundSession session = new FoundSession(Histories.SESSION, SCRIPT, "deleted", "mission",
				new Business(SCRIPT, SCRIPT, null, null), 4, Instant.EPOCH, Instant.EPOCH);
		SearchForm form = new SearchForm(SCRIPT, "deleted", null, SCRIPT, SCRIPT, null, null);
		Map<String, Object> model = Map.of("sessions", FoundRow.of(new FoundSessions(List.of(session), "next")), "form",
				form, "more", form.address("next"), "first", true, "statuses", Terms.statuses(), "steps",
				Terms.steps());
		assertThat(part("find", "main", model, language))
			.contains(SHOWN, "<caption", "hist-deleted", "cursor=next", "/history/" + Histories.SESSION)
			.doesNotContain("<script", "??");
	}

	@Test
	void anEmptyLogSaysWhatToExpect() {
		Map<String, Object> model = Map.of("sessions", List.of(), "form",
				new SearchForm(null, null, null, null, null, null, null), "first", true, "statuses", List.of(), "steps",
				List.of());
		assertThat(part("find", "main", model, "en")).contains("There is no session yet.")
			.doesNotContain("<table", "??");
	}

	@Test
	void readsAreATable() {
		AccessPage.Read read = new AccessPage.Read(1, Instant.EPOCH, SCRIPT, null, "find", Map.of("q", SCRIPT),
				List.of("a", "b", "c", "d"));
		Map<String, Object> model = Map.of("reads", ReadRow.of(new AccessPage(List.of(read), null)), "reader", SCRIPT);
		assertThat(part("reads", "main", model, "en")).contains(SHOWN, "q = ", "and 1 more", "Search")
			.doesNotContain("<script", "??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void aBrokenLogNamesItsProblems(String language) {
		BadEvent bad = new BadEvent(1_234L, Histories.SESSION, 3L, "Sequence 3 is missing.");
		LogView log = LogView.of(new LogVerification(false, 41, 7, 42, 1, bad,
				List.of(bad, new BadEvent(null, null, null, SCRIPT)), Instant.EPOCH));
		assertThat(part("verified", "result", Map.of("log", log), language))
			.contains("Sequence 3 is missing.", SHOWN, "/history/" + Histories.SESSION, "1234", "42")
			.doesNotContain("<script", "??");
	}

	@Test
	void aRewoundSessionIsToldToThoseWhoDoNotSee() {
		History history = Histories.answered();
		Rewound rewound = Rewound.of(Histories.SESSION, 4, history,
				diff(new Change("current_step", "mission", "clientele")));
		assertThat(part("rewound", "answer", Map.of("rewound", rewound), "en"))
			.contains("data-sequence=\"4\"", "innerHTML:#rewind-said", "Rewound to event 4:", "Customers",
					"Teranga Table")
			.doesNotContain("??");
		Rewound missing = Rewound.of(Histories.SESSION, 9, history, diff());
		assertThat(part("rewound", "answer", Map.of("rewound", missing), "en"))
			.contains("The log does not have this event", "Nothing in the state.")
			.doesNotContain("??");
	}

	private static Map<String, Object> page(List<LogEvent> events, History history, long last, @Nullable Long bad) {
		Map<String, Object> model = new HashMap<>();
		model.put("sessionId", Histories.SESSION);
		model.put("chain", ChainView.of(verification(last, bad)));
		model.put("timeline", Timeline.of(events, 0, Timeline.BESIDE_OTHERS));
		model.put("from", 0);
		model.put("last", last);
		model.put("rewound", Rewound.of(Histories.SESSION, 4, history,
				diff(new Change("answers.mission", null, "We cook."), new Change("status", null, "in_progress"))));
		model.put("owner", "demo");
		model.put("name", "Teranga Table");
		AccessPage.Read read = new AccessPage.Read(1, Instant.EPOCH, "auditor", Histories.SESSION, "history", null,
				List.of(Histories.SESSION));
		model.put("reads", ReadRow.of(new AccessPage(List.of(read), null)));
		return model;
	}

	private static SessionVerification verification(long last, @Nullable Long bad) {
		return new SessionVerification(Histories.SESSION, bad == null, last + 1, last, "ab".repeat(32), bad,
				(bad != null) ? "Sequence " + bad + " is missing." : null, Instant.EPOCH);
	}

	private static HistoryDiff diff(Change... changes) {
		return new HistoryDiff(Histories.SESSION, 3, 4, List.of(), List.of(changes));
	}

	private static int bytes(String html) {
		return html.getBytes(StandardCharsets.UTF_8).length;
	}

	private static String part(String template, String part, Map<String, Object> model, String language) {
		return TEMPLATES.part(template, part, model, language);
	}

}
