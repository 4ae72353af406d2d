package io.coachflow.app.e2e;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's session, typed as it stands.
 */
@ExtendWith(SharedCoachflow.class)
class ReadmeE2E {

	@Test
	void theSessionInTheReadmeWorks(RunningCoachflow coachflow) throws Exception {
		String readme = Files.readString(Path.of("../README.md"));
		String script = readme.substring(readme.indexOf("<!-- session -->"), readme.indexOf("<!-- /session -->"));
		script = script.substring(script.indexOf("```bash") + "```bash".length(), script.lastIndexOf("```"));

		Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c",
				script.replace("localhost:8000", "localhost:" + coachflow.port()))
			.redirectErrorStream(true)
			.start();
		String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(bash.waitFor()).as(output).isZero();
		assertThat(output.lines().toList()).hasSize(7);
		assertThat(output.lines().toList().getLast()).contains("\"status\":\"completed\"", "Thiès", "Teranga Table");
		assertThat(output).doesNotContain("\"error\"");
	}

}
