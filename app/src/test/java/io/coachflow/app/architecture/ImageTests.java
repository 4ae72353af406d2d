package io.coachflow.app.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JVM takes an AOT cache only from a training with the same JDK, jar and options.
 */
class ImageTests {

	private static final String OPTIONS = "@/app/jvm.options";

	private final List<String> stages = Arrays.asList(read("Dockerfile").replace("\\\n", "").split("(?m)^FROM "));

	@Test
	void theTrainingAndTheServiceBeginWithTheSameImageAndFolder() {
		assertThat(this.stages).filteredOn((stage) -> stage.startsWith("service")).hasSize(2);
		assertThat(stage("service AS training")).doesNotContain("ENV ");
		assertThat(this.stages.getLast()).startsWith("service\n")
			.doesNotContain("JDK_JAVA_OPTIONS=", "/app/coachflow.jar ");
	}

	@Test
	void theOptionsOfTheJvmStandInOneFile() {
		assertThat(read("docker/jvm.options")).contains("-XX:+ExitOnOutOfMemoryError");
		assertThat(stage("service AS training")).contains("--jvm " + OPTIONS);
		assertThat(this.stages.getLast()).contains("ENTRYPOINT [\"java\", \"" + OPTIONS
				+ "\", \"-XX:AOTCache=/app/coachflow.aot\", \"-jar\", \"coachflow.jar\"]");
	}

	private String stage(String name) {
		return this.stages.stream().filter((stage) -> stage.startsWith(name)).findFirst().orElseThrow();
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of("..", file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
