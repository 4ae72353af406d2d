package io.coachflow.console.coach;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	@Test
	void stepsAreDoneCurrentOrStillToCome() {
		Progress progress = Progress.of(Map.of("vision", true, "mission", false), "mission");
		assertThat(progress.marks()).extracting(Progress.Mark::css)
			.containsExactly("done", "current", "coming", "coming", "coming");
		assertThat(progress.done()).isEqualTo(1);
		assertThat(progress.of()).isEqualTo(5);
	}

	@Test
	void aCompletedSessionHasNoCurrentStep() {
		Progress progress = Progress.of(
				Map.of("vision", true, "mission", true, "clientele", true, "differentiation", true, "offre", true),
				"completed");
		assertThat(progress.marks()).allMatch(Progress.Mark::done);
	}

}
