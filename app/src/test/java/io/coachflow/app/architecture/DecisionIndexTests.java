package io.coachflow.app.architecture;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The index of decisions has a row for each of them.
 */
class DecisionIndexTests {

	private static final String INDEX = "README.md";

	@Test
	void theIndexListsEveryDecisionInOrder() {
		List<String> decisions = Page.in("docs/adr")
			.map((page) -> page.path().getFileName().toString())
			.filter((name) -> !name.equals(INDEX))
			.toList();
		assertThat(rows().stream().map(List::getFirst)).as("the rows of docs/adr/README.md")
			.containsExactlyElementsOf(decisions.stream().map(DecisionIndexTests::link).toList());
	}

	@Test
	void everyDecisionHasAStatus() {
		assertThat(rows()).allSatisfy((row) -> assertThat(row.get(2)).as("the status of %s", row.getFirst())
			.matches("(accepted|superseded).*"));
	}

	private static List<List<String>> rows() {
		return Page.of("docs/adr/" + INDEX).rows().stream().filter((row) -> row.getFirst().startsWith("[")).toList();
	}

	private static String link(String file) {
		return "[%d](%s)".formatted(Integer.parseInt(file.substring(0, 4)), file);
	}

}
