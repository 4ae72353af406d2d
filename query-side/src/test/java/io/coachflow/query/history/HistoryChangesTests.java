package io.coachflow.query.history;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryChangesTests {

	private final JsonMapper mapper = new JsonMapper();

	@Test
	void whatDiffersIsNamedByItsPathInOrder() {
		assertThat(changes("""
				{"status": "initialized", "progress": {"vision": false, "mission": false}, "sequence": 0}""", """
				{"status": "in_progress", "progress": {"vision": true, "mission": false}, "sequence": 1}"""))
			.containsExactly("progress.vision: false -> true", "sequence: 0 -> 1",
					"status: \"initialized\" -> \"in_progress\"");
	}

	@Test
	void whatCameOrWentHasOneSideAlone() {
		assertThat(changes("""
				{"gone": 1, "answers": {}}""", """
				{"answers": {"vision": "Three restaurants"}}"""))
			.containsExactly("answers.vision: null -> \"Three restaurants\"", "gone: 1 -> null");
	}

	@Test
	void nullAndAbsentAreTheSame() {
		assertThat(changes("{\"completed_at\": null}", "{}")).isEmpty();
	}

	@Test
	void listsAreComparedAsAWhole() {
		assertThat(changes("{\"questions\": [\"a\", \"b\"]}", "{\"questions\": [\"b\", \"a\"]}"))
			.containsExactly("questions: [\"a\",\"b\"] -> [\"b\",\"a\"]");
		assertThat(changes("{\"questions\": [\"a\"]}", "{\"questions\": [\"a\"]}")).isEmpty();
	}

	@Test
	void beforeTheBeginningThereIsNothing() {
		assertThat(changes(null, "{\"a\": 1}")).containsExactly("a: null -> 1");
		assertThat(changes(null, null)).isEmpty();
	}

	private List<String> changes(@Nullable String from, @Nullable String to) {
		return HistoryChanges.between(json(from), json(to))
			.stream()
			.map((it) -> it.field() + ": " + it.from() + " -> " + it.to())
			.toList();
	}

	private @Nullable JsonNode json(@Nullable String text) {
		return (text != null) ? this.mapper.readTree(text) : null;
	}

}
