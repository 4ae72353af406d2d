package io.coachflow.benchmarks.report;

/**
 * A figure with its targets.
 *
 * @param value NaN where it was not measured
 * @param must what it has to reach
 * @param goal what it should reach
 * @param unit empty for a ratio
 */
public record Ratio(String name, double value, double must, double goal, String unit) {

	boolean measured() {
		return !Double.isNaN(this.value);
	}

	/**
	 * Whether it keeps to a target; larger is better where the goal is above the must.
	 */
	boolean meets(double target) {
		return (this.goal > this.must) ? this.value >= target : this.value <= target;
	}

	/** In words. */
	public String verdict() {
		if (!measured()) {
			return "not measured";
		}
		if (meets(this.goal)) {
			return "met, goal too";
		}
		return meets(this.must) ? "met" : "MISSED";
	}

	/** Which way the targets are meant. */
	String bound() {
		return (this.goal > this.must) ? "≥" : "≤";
	}

}
