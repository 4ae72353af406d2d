package io.coachflow.benchmarks.upgrade;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonChangeTests {

	private final Set<String> different = new TreeSet<>();

	private final Set<String> added = new TreeSet<>();

	@Test
	void namesWhatHasAnotherValueOrIsGone() {
		compare("""
				{"a": 1, "b": {"c": "x", "d": null}, "e": [1, 2], "f": 0}""", """
				{"a": 2, "b": {"c": "y", "d": null}, "e": [1, 3]}""");
		assertThat(this.different).containsExactly("/a", "/b/c", "/e[]", "/f");
		assertThat(this.added).isEmpty();
	}

	@Test
	void aNewFieldIsNoDifference() {
		compare("""
				[{"a": 1}, {"a": 2}]""", """
				[{"a": 1, "b": 3}, {"a": 2}]""");
		assertThat(this.different).isEmpty();
		assertThat(this.added).containsExactly("[]/b");
	}

	@Test
	void aLongerListIsADifference() {
		compare("[1]", "[1, 2]");
		assertThat(this.different).containsExactly("");
	}

	private void compare(String older, String newer) {
		new JsonChange(this.different, this.added).compare("", JsonMapper.shared().readTree(older),
				JsonMapper.shared().readTree(newer));
	}

}
