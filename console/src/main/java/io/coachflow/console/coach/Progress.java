package io.coachflow.console.coach;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.coachflow.contracts.session.Step;

/**
 * How far a session is, step by step.
 */
record Progress(List<Mark> marks) {

	Progress {
		marks = List.copyOf(marks);
	}

	/** Where a step stands. */
	enum Standing {

		DONE, CURRENT, COMING

	}

	/**
	 * One step.
	 *
	 * @param number from 1
	 */
	record Mark(String step, int number, Standing standing) {

		public boolean done() {
			return this.standing == Standing.DONE;
		}

		public boolean current() {
			return this.standing == Standing.CURRENT;
		}

		/** The key of the step's name. */
		public String key() {
			return "coach.step." + this.step;
		}

		/** The key of the text that says where it stands. */
		public String standingKey() {
			return "coach.standing." + css();
		}

		public String css() {
			return this.standing.name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Marks the steps.
	 * @param answered each step, and whether it is answered
	 * @param current the step to answer next, or {@code completed}
	 */
	static Progress of(Map<String, Boolean> answered, String current) {
		return new Progress(Arrays.stream(Step.values())
			.map((step) -> new Mark(step.id(), step.ordinal() + 1, standing(step.id(), answered, current)))
			.toList());
	}

	private static Standing standing(String step, Map<String, Boolean> answered, String current) {
		if (Boolean.TRUE.equals(answered.get(step))) {
			return Standing.DONE;
		}
		return step.equals(current) ? Standing.CURRENT : Standing.COMING;
	}

	/** How many steps are answered. */
	public long done() {
		return this.marks.stream().filter(Mark::done).count();
	}

	/** How many steps there are. */
	public int of() {
		return this.marks.size();
	}

}
