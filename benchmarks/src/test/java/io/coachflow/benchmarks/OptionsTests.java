package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.coachflow.benchmarks.Options.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
	void comparesWithABaselineThatIsGiven(@TempDir Path folder) throws IOException {
		Path jar = Files.createFile(folder.resolve("new.jar"));
		Path baseline = folder.resolve("old.jar");
		Options options = Options.parse("--only", "i", "--jar", jar.toString(), "--baseline", baseline.toString());
		assertThat(options.parts()).containsExactly(Part.COMPARISON);
		assertThatIllegalArgumentException().isThrownBy(options::requireJars).withMessageContaining("old.jar");
		Files.createFile(baseline);
		options.requireJars();
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--only", "a,i"))
			.withMessageContaining("--baseline");
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--only", "l"))
			.withMessageContaining("--baseline");
	}

	@Test
	void theBaselineHasTheSameJvmUnlessItIsTold() {
		assertThat(Options.parse("--jvm", "-Xmx2g -Xint").baselineJvmOptions()).containsExactly("-Xmx2g", "-Xint");
		Options options = Options.parse("--baseline-jvm", "-XX:+UseSerialGC");
		assertThat(options.jvmOptions()).containsExactly("-Xmx1g");
		assertThat(options.baselineJvmOptions()).containsExactly("-XX:+UseSerialGC");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--only", "m"));
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--fast", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--out"));
	}

}
