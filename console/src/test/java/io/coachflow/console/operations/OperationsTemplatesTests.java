package io.coachflow.console.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.console.RenderedTemplates;
import io.coachflow.contracts.rest.AdminAction;
import io.coachflow.contracts.rest.DeadLetterPage;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OperationsTemplatesTests {

	private static final String SCRIPT = "<script>alert('x')</script>";

	private static final RenderedTemplates TEMPLATES = new RenderedTemplates("operations");

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	void everyPartIsWholeInBothLanguages(String language) {
		assertThat(part("page", "main", model(SCRIPT), language)).doesNotContain("??", "th:", "style=", "<script")
			.contains("&lt;script&gt;alert(", "<h1>", "id=\"projections\"", "id=\"letters\"", "id=\"meters\"",
					"id=\"health\"", "id=\"actions\"", "<polyline points=\"");
	}

	@Test
	void aRebuildShowsPercentAndTimeLeft() {
		String html = projections(Samples.projection("funnel", "rebuilding", 3, Samples.rebuild(49.1, 125L, 0)));
		assertThat(html)
			.contains("<progress", "value=\"49.1\"", "Rebuilt to 49.1", "2\u00a0min", "id=\"rollback-funnel\"",
					"One rebuild is under way or awaits your word.", "3 events")
			.doesNotContain("id=\"rebuild-funnel\"", "id=\"confirm-funnel\"");
	}

	@Test
	void aRebuildThatIsDoneAsksToLookAtItsDeadLetters() {
		assertThat(projections(Samples.projection("funnel", "awaiting_confirmation", 0, Samples.rebuild(100, 0L, 1))))
			.contains("id=\"confirm-funnel\"", "id=\"rollback-funnel\"",
					"The new one has a dead letter: look at that before you confirm.", "no events");
	}

	@Test
	void severalAreCountedInWords() {
		ProjectionView view = Samples.projection("funnel", "rebuilding", 1234, Samples.rebuild(0, null, 0));
		assertThat(projections(view, view)).contains("2 rebuilds are under way", "1,234 events", "not known yet");
	}

	@Test
	void eachPartIsAskedForAgain() {
		String html = part("page", "main", model("funnel"), "en");
		assertThat(html).contains("hx-get=\"/operations/projections\"", "hx-get=\"/operations/letters\"",
				"hx-get=\"/operations/health\"", "hx-get=\"/operations/meters\"", "hx-trigger=\"every 2s");
	}

	@Test
	void aPageOfDeadLettersStaysThatPage() {
		Map<String, Object> model = model("funnel");
		model.put("letters", new Loaded<>(LetterTable.of(Samples.letters("funnel", "c&3"), "b&2"), null));
		model.put("lettersPage", "b&2");
		assertThat(part("letters", "letters", model, "en")).contains("hx-get=\"/operations/letters?letters=b%262\"",
				"href=\"/operations?letters=c%263#letters\"", "name=\"letters\" value=\"b&amp;2\"", "sequence 3");
	}

	@Test
	void aPartThatCannotBeReadSaysWhy() {
		Map<String, Object> model = model("funnel");
		for (String part : List.of("projections", "letters", "meters", "health", "actions")) {
			model.put(part, new Loaded<>(null, SCRIPT));
			assertThat(part(part, part, model, "en"))
				.contains("This part cannot be read now: &lt;script&gt;", "hx-get=\"/operations/" + part)
				.doesNotContain("<script", "??");
		}
	}

	@Test
	void withoutDeadLettersItSaysSo() {
		Map<String, Object> model = model("funnel");
		model.put("letters", new Loaded<>(LetterTable.of(new DeadLetterPage(List.of(), null), null), null));
		assertThat(part("letters", "letters", model, "en")).contains("No event waits as a dead letter.")
			.doesNotContain("<table");
	}

	@ParameterizedTest
	@EnumSource(Question.class)
	void everyActionIsAskedTwice(Question question) {
		for (String language : List.of("en", "fr")) {
			assertThat(part("question", "question", Map.of("asked", asked(question)), language))
				.contains("method=\"post\"", "action=\"/operations/actions\"", "hx-post=\"/operations/actions\"",
						"name=\"action\" value=\"" + question + "\"", "&lt;script&gt;", "data-focus", "data-dismiss")
				.doesNotContain("??", "<script", "{0");
			assertThat(part("question", "done", Map.of("outcome", new Outcome(question, SCRIPT, 2, 1)), language))
				.contains("&lt;script&gt;", "data-focus")
				.doesNotContain("??", "<script", "{0");
		}
	}

	@Test
	void aQuestionAboutNothingOffersNothing() {
		assertThat(part("question", "question", Map.of("asked", new Asked(Question.DISCARD, SCRIPT, null, null)), "en"))
			.contains("This is not there any more")
			.doesNotContain("<form", "<script");
	}

	private static Asked asked(Question question) {
		return question.isAboutProjection()
				? new Asked(question, SCRIPT, Samples.projection(SCRIPT, "live", 0, null), null) : new Asked(question,
						"letter-1", null, LetterTable.of(Samples.letters(SCRIPT, null), null).rows().getFirst());
	}

	private static String projections(ProjectionView... views) {
		Map<String, Object> model = new HashMap<>();
		model.put("projections", new Loaded<>(table(views), null));
		return part("projections", "projections", model, "en");
	}

	private static ProjectionTable table(ProjectionView... views) {
		ProjectionList list = new ProjectionList(List.of(views));
		return ProjectionTable.of(list, List.of(LagSample.of(Samples.NOON, list)), Duration.ofMinutes(5), Samples.NOON);
	}

	private static Map<String, Object> model(String text) {
		Map<String, Object> model = new HashMap<>();
		model.put("projections",
				new Loaded<>(table(Samples.failing(text), Samples.projection(text, text, 3, null)), null));
		model.put("letters", new Loaded<>(LetterTable.of(Samples.letters(text, text), null), null));
		List<MeterSample> samples = List.of(MeterSample.of(Samples.NOON, Samples.meters(1, 10, 10, 1)),
				MeterSample.of(Samples.NOON.plusSeconds(15), Samples.meters(1, 40, 20, 2)));
		model.put("meters", new Loaded<>(MeterView.of(samples, Duration.ofHours(1)), null));
		model.put("health", new Loaded<>(health(text), null));
		model.put("actions", new Loaded<>(
				List.of(ActionRow.of(new AdminAction(7, Samples.NOON, text, "rebuild", text, "accepted"))), null));
		return model;
	}

	private static HealthView health(String text) {
		JsonMapper mapper = JsonMapper.shared();
		return HealthView.of(
				mapper.valueToTree(Map.of("status", text, "components",
						Map.of(text, Map.of("status", text), "db", Map.of("status", "DOWN")))),
				mapper.valueToTree(Map.of("status", "UP")), mapper.valueToTree(Map.of("components", Map.of("selfAudit",
						Map.of("details", Map.of("verified_through_position", 1042, "mismatches", 1))))));
	}

	private static String part(String template, String part, Map<String, Object> model, String language) {
		return TEMPLATES.part(template, part, model, language);
	}

}
