package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The programs in examples/clients do what they promise, each as a developer would run
 * it. Where the tool that runs one is missing, it is passed over, unless the environment
 * variable COACHFLOW_REQUIRE_CLIENTS is true, as in CI.
 */
@OnSharedCoachflow
class ExampleClientsE2E {

	private static final Path CLIENTS = Path.of("../examples/clients");

	private static final Path DOCUMENT = Path.of("../api-contracts/src/main/resources/openapi/coachflow.json");

	private final RunningCoachflow coachflow;

	@TempDir
	private Path directory;

	ExampleClientsE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
	}

	@Test
	void theJavaClientCoachesFollowsAndResumes() throws Exception {
		assertKeepsItsPromise(run(this.directory, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), "com.example.coachflow.CoachASession"));
	}

	@Test
	void thePythonClientCoachesFollowsAndResumes() throws Exception {
		needs("python3", 3, 9);

		assertKeepsItsPromise(
				run(this.directory, "python3", CLIENTS.resolve("python/coach.py").toAbsolutePath().toString()));
	}

	@Test
	void theTypeScriptClientCoachesFollowsAndResumes() throws Exception {
		needs("node", 20, 0);
		needs("npm", 8, 0);
		// Beside the document as in the project, without what was installed or built
		// there
		Path client = Files.createDirectories(this.directory.resolve("examples/clients/typescript"));
		Path document = Path.of("api-contracts/src/main/resources/openapi/coachflow.json");
		Files.createDirectories(this.directory.resolve(document).getParent());
		Files.copy(DOCUMENT, this.directory.resolve(document));
		for (String file : List.of("package.json", "package-lock.json", "tsconfig.json", "src/coach.ts")) {
			Files.createDirectories(client.resolve(file).getParent());
			Files.copy(CLIENTS.resolve("typescript").resolve(file), client.resolve(file));
		}

		run(client, "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");

		assertKeepsItsPromise(run(client, "npm", "start", "--silent"));
	}

	private static void assertKeepsItsPromise(String output) {
		assertThat(output).containsPattern("(?m)^session \\S+: completed, 5 steps sent twice and counted once$")
			.containsPattern("(?m)^package: complete, \\d+ events over 2 connections$")
			.containsPattern("(?m)^feed: 3 events, then \\d+ more behind the stored cursor$");
	}

	/** Runs a program to its end, which must be a good one; gives what it printed. */
	private String run(Path where, String... command) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.directory, "output", ".log");
		ProcessBuilder program = new ProcessBuilder(command).directory(where.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		program.environment().put("COACHFLOW_URL", "http://localhost:" + this.coachflow.port());
		program.environment().put("COACHFLOW_CURSOR_FILE", this.directory.resolve("feed.cursor").toString());
		Process process = program.start();
		try {
			boolean ended = process.waitFor(4, TimeUnit.MINUTES);
			String printed = Files.readString(output);
			assertThat(ended).as("%s ends. It printed: %s", String.join(" ", command), printed).isTrue();
			assertThat(process.exitValue()).as(printed).isZero();
			return printed;
		}
		finally {
			try (Stream<ProcessHandle> children = process.descendants()) {
				children.forEach(ProcessHandle::destroyForcibly);
			}
			process.destroyForcibly();
		}
	}

	private static void needs(String tool, int major, int minor) throws InterruptedException {
		String missing = tool + " " + major + "." + minor + " or newer is missing, so this example does not run.";
		boolean there = isThere(tool, major, minor);
		if (Boolean.parseBoolean(System.getenv("COACHFLOW_REQUIRE_CLIENTS"))) {
			assertThat(there).as(missing).isTrue();
		}
		assumeTrue(there, missing);
	}

	private static boolean isThere(String tool, int major, int minor) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(tool, "--version").redirectErrorStream(true).start();
			Matcher version = Pattern.compile("(\\d+)\\.(\\d+)")
				.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
			return process.waitFor() == 0 && version.find() && (Integer.parseInt(version.group(1)) > major
					|| (Integer.parseInt(version.group(1)) == major && Integer.parseInt(version.group(2)) >= minor));
		}
		catch (IOException _) {
			return false;
		}
	}

}
