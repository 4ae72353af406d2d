package io.coachflow.app.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Finds Chromium and its driver on the path; tests that need them run where both are.
 */
class InstalledBrowser implements ExecutionCondition {

	private static final String MISSING = "Chromium or chromedriver is missing on the path, so tests in a browser do not run.";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (browser().isPresent() && driver().isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium and chromedriver are there.");
		}
		if (Boolean.parseBoolean(System.getenv("COACHFLOW_REQUIRE_BROWSER"))) {
			throw new IllegalStateException(MISSING);
		}
		return ConditionEvaluationResult.disabled(MISSING);
	}

	static Optional<Path> browser() {
		return onPath("chromium", "chromium-browser", "google-chrome");
	}

	static Optional<Path> driver() {
		return onPath("chromedriver");
	}

	private static Optional<Path> onPath(String... names) {
		List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
		return Arrays.stream(names)
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
