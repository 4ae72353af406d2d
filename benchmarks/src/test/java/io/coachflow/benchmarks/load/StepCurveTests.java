package io.coachflow.benchmarks.load;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepCurveTests {

	@Test
	void countsEachStepInItsSecondAndNoneAfterTheLast() {
		StepCurve curve = new StepCurve(3);
		curve.begin();
		long begun = curve.awaitNext();
		for (double second : new double[] { 0, 0.5, 2.5, 3.5 }) {
			curve.stepAccepted(begun + (long) (second * 1e9));
		}
		assertThat(curve.stepsPerSecond()).containsExactly(2L, 0L, 1L);
	}

}
