package io.coachflow.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What the checks of the log came to. */
final class Findings {

	private final List<String> violations = new ArrayList<>();

	private final Progress progress;

	private long steps;

	Findings(Progress progress) {
		this.progress = progress;
	}

	/** Notes one check. */
	void checked(String what, long acknowledged, List<String> wrong) {
		this.steps += acknowledged;
		for (String violation : wrong) {
			this.violations.add(what + ": " + violation);
			this.progress.say("VIOLATION after " + what + ": " + violation);
		}
	}

	/** How many acknowledged steps were looked for. */
	long steps() {
		return this.steps;
	}

	/** What is wrong, in sentences. */
	List<String> violations() {
		return List.copyOf(this.violations);
	}

}
