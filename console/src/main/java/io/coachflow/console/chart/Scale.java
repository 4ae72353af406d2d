package io.coachflow.console.chart;

/**
 * An axis from zero to a round number that no value exceeds.
 *
 * @param top the round number, at least one step above zero
 */
record Scale(double top) {

	private static final double[] ROUND = { 1, 2, 2.5, 5, 10 };

	static Scale of(double greatest) {
		if (!Double.isFinite(greatest) || greatest <= 0) {
			return new Scale(1);
		}
		double power = Math.pow(10, Math.floor(Math.log10(greatest)));
		for (double factor : ROUND) {
			if (factor * power >= greatest) {
				return new Scale(factor * power);
			}
		}
		return new Scale(10 * power);
	}

	/** A value's length on an axis of the given length, with one decimal. */
	double length(double value, double axis) {
		double share = Double.isFinite(value) ? Math.clamp(value / this.top, 0, 1) : 0;
		return Math.round(share * axis * 10) / 10.0;
	}

}
