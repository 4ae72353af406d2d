package io.coachflow.benchmarks;

import io.coachflow.benchmarks.Options.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void everythingIsMeasuredOnAFullPlanByDefault() {
		Options options = Options.parse();
		assertThat(options.parts()).containsExactly(Part.values());
		assertThat(Plan.of(options).events()).isEqualTo(5_000_000);
	}

	@Test
	void choosesPartsAndSize() {
		Options options = Options.parse("--only", "a,d", "--events", "10000", "--quick");
		assertThat(options.parts()).containsExactly(Part.LIMITS, Part.REPLAY);
		assertThat(Plan.of(options).events()).isEqualTo(10_000);
		assertThat(Plan.of(options).replayed()).isEqualTo(10_000);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--only", "i"));
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--fast", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--out"));
	}

}
