package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's session and what becomes of it, typed as they stand.
 */
@OnSharedCoachflow
class ReadmeE2E {

	private final RunningCoachflow coachflow;

	ReadmeE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
	}

	@Test
	void theSessionInTheReadmeWorks() throws Exception {
		String output = typed(block("session"));

		assertThat(output.lines().toList()).hasSize(7);
		assertThat(output.lines().toList().getLast()).contains("\"status\":\"completed\"", "Thiès", "Teranga Table");
	}

	@Test
	void thePackageInTheReadmeIsMade() throws Exception {
		String output = typed(block("session") + block("package"));

		assertThat(output.lines().filter((line) -> line.startsWith("event:")).distinct().count()).isGreaterThan(1);
		assertThat(output).contains("# Teranga Table", "> All five parts are ready.", "io.coachflow.session.completed");
	}

	@Test
	void theHelpInTheReadmeAsksProposesAndReformulates() throws Exception {
		String output = typed(block("session") + block("help"));

		assertThat(output).contains("\"questions\":[", "\"proposals\":[", "A menu at 2,500 francs in Dakar.");
	}

	@Test
	void theCorrectionInTheReadmeMakesPartsStaleAndRunsThemAgain() throws Exception {
		String output = typed(block("session") + block("package") + block("correction"));

		assertThat(output.lines().toList().getLast()).contains("\"agent\":\"content\"", "\"generation\":2")
			.contains("\"agent\":\"logo\"");
	}

	private static String block(String name) throws IOException {
		String readme = Files.readString(Path.of("../README.md"));
		String block = readme.substring(readme.indexOf("<!-- " + name + " -->"),
				readme.indexOf("<!-- /" + name + " -->"));
		return block.substring(block.indexOf("```bash") + "```bash".length(), block.lastIndexOf("```"));
	}

	private String typed(String script) throws IOException, InterruptedException {
		Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c",
				script.replace("localhost:8000", "localhost:" + this.coachflow.port()))
			.redirectErrorStream(true)
			.start();
		String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(bash.waitFor()).as(output).isZero();
		assertThat(output).doesNotContain("\"error\"");
		return output;
	}

}
