package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrainingOptionsTests {

	@Test
	void readsTheJarTheCacheAndTheOptionsOfTheJvm(@TempDir Path folder) throws IOException {
		Path jar = Files.createFile(folder.resolve("app.jar"));
		TrainingOptions options = TrainingOptions.parse("--jar", jar.toString(), "--out", "app.aot", "--jvm",
				"@jvm.options -Xmx1g");
		assertThat(options.jar()).isEqualTo(jar);
		assertThat(options.out()).isAbsolute().hasFileName("app.aot");
		assertThat(options.jvmOptions()).containsExactly("@jvm.options", "-Xmx1g");
		assertThat(TrainingOptions.parse("--jar", jar.toString(), "--out", "app.aot").jvmOptions()).isEmpty();
	}

	@Test
	void refusesWhatIsMissingOrUnknown(@TempDir Path folder) throws IOException {
		String jar = Files.createFile(folder.resolve("app.jar")).toString();
		assertThatIllegalArgumentException().isThrownBy(() -> TrainingOptions.parse("--out", "app.aot"))
			.withMessageContaining("--jar");
		assertThatIllegalArgumentException().isThrownBy(() -> TrainingOptions.parse("--jar", jar))
			.withMessageContaining("--out");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TrainingOptions.parse("--jar", jar + "x", "--out", "app.aot"))
			.withMessageContaining("no jar");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TrainingOptions.parse("--jar", jar, "--out", "app.aot", "--fast", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> TrainingOptions.parse("--jar"));
	}

}
