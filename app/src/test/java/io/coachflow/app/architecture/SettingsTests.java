package io.coachflow.app.architecture;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each setting is documented once, and each default has one owner: docs/settings.md.
 */
class SettingsTests {

	private static final String PAGE = "docs/settings.md";

	private final Settings settings = new Settings();

	SettingsTests() throws IOException, ClassNotFoundException {
	}

	@Test
	void eachSettingHasOneRowOfOneTable() {
		assertThat(rows(Page.of(PAGE)).stream().map((row) -> name(row))).as("the tables of %s", PAGE)
			.containsExactlyInAnyOrderElementsOf(this.settings.names());
	}

	@Test
	void noOtherPageHasATableOfSettings() {
		assertThat(Page.all()
			.stream()
			.filter((page) -> !page.path().toString().replace('\\', '/').equals(PAGE))
			.flatMap((page) -> rows(page).stream().map((row) -> page.path() + ": " + name(row)))).isEmpty();
	}

	@Test
	void thePageTellsTheDefaultsOfTheCode() {
		assertThat(rows(Page.of(PAGE)))
			.allSatisfy((row) -> assertThat(row.get(1).replace("`", "")).as("the default of %s", name(row))
				.isEqualTo(this.settings.valueOf(name(row))));
	}

	@Test
	void noDefaultStandsTwice() {
		assertThat(this.settings.withSeveralOwners()).isEmpty();
	}

	@Test
	void whatARecordAloneReadsHasItsDefaultThere() {
		assertThat(this.settings.needlesslyInYaml()).isEmpty();
	}

	private static List<List<String>> rows(Page page) {
		return page.rows().stream().filter((row) -> row.getFirst().startsWith("`coachflow.")).toList();
	}

	private static String name(List<String> row) {
		return row.getFirst().replace("`", "");
	}

}
