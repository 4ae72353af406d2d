package io.coachflow.contracts.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.contracts.session.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@DisplayName("The steps in JSON")
class StepsTests {

	@Test
	void followOneAnotherAsTheContractSays() {
		assertThat(Step.values()).extracting(Step::id)
			.containsExactly("vision", "mission", "clientele", "differentiation", "offre");
		assertThat(Step.VISION.next()).contains(Step.MISSION);
		assertThat(Step.DIFFERENTIATION.next()).contains(Step.OFFRE);
		assertThat(Step.OFFRE.next()).isEmpty();
	}

	@Test
	void areKnownByTheirExactNamesOnly() {
		for (Step step : Step.values()) {
			assertThat(Step.of(step.id())).contains(step);
		}
		assertThat(List.of("Vision", "VISION", " vision", "", "offer", "completed"))
			.allSatisfy((name) -> assertThat(Step.of(name)).isEmpty());
	}

	@Test
	void showTheProgressInTheirOrderWhateverTheOrderOfTheAnswers() {
		assertThat(Steps.progress(List.of(Step.CLIENTELE, Step.VISION))).containsExactly(entry("vision", true),
				entry("mission", false), entry("clientele", true), entry("differentiation", false),
				entry("offre", false));
		assertThat(Steps.progress(Set.of()).values()).containsOnly(false).hasSize(5);
	}

	@Test
	void nameValuesInTheirOrder() {
		assertThat(Steps.byName(Map.of(Step.OFFRE, 5, Step.VISION, 1, Step.CLIENTELE, 3)))
			.containsExactly(entry("vision", 1), entry("clientele", 3), entry("offre", 5));
	}

	@Test
	void endWithCompleted() {
		assertThat(Steps.current(Step.VISION)).isEqualTo("vision");
		assertThat(Steps.current(null)).isEqualTo("completed");
	}

}
