package io.coachflow.contracts.session;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuidanceTextsTests {

	/** Computed by another program: stored events hold digests for ever. */
	@Test
	void theDigestNeverChanges() {
		assertThat(new GuidanceTexts("Décrivez votre mission.", List.of("Exemple 1", "Exemple 2", "Exemple 3"),
				List.of("Pour qui ?"))
			.digest()).isEqualTo("c5f450a1f2fd3ae19b9f340dbc779597a09a2ff8e01bd2ccc39393822020129b");
	}

	@Test
	void textThatMovesFromOnePlaceToAnotherGivesAnotherDigest() {
		assertThat(Stream.of(new GuidanceTexts("ab", List.of("c"), List.of("d")),
				new GuidanceTexts("a", List.of("bc"), List.of("d")),
				new GuidanceTexts("ab", List.of("c", "d"), List.of()),
				new GuidanceTexts("ab", List.of(), List.of("c", "d")),
				new GuidanceTexts("ab", List.of("cd"), List.of()), new GuidanceTexts("ab", List.of("d"), List.of("c")),
				new GuidanceTexts("ab", List.of("c", ""), List.of("d")))
			.map(GuidanceTexts::digest)).doesNotHaveDuplicates();
	}

}
