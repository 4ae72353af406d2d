package io.coachflow.console.operations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BucketsTests {

	@Test
	void valuesLieEvenlyInTheirBucket() {
		Buckets buckets = buckets(Map.of(1.0, 10.0, 2.0, 20.0, Double.POSITIVE_INFINITY, 20.0));
		assertThat(buckets.quantile(0.5)).isEqualTo(1);
		assertThat(buckets.quantile(0.95)).isEqualTo(1.9, within(1e-9));
	}

	@Test
	void aboveAllBoundsIsTheHighestBound() {
		assertThat(buckets(Map.of(1.0, 0.0, Double.POSITIVE_INFINITY, 5.0)).quantile(0.95)).isEqualTo(1);
	}

	@Test
	void withoutValuesThereIsNone() {
		assertThat(buckets(Map.of()).quantile(0.95)).isNaN();
		assertThat(buckets(Map.of(1.0, 0.0)).quantile(0.95)).isNaN();
	}

	@Test
	void onlyWhatCameSinceCounts() {
		Buckets before = buckets(Map.of(1.0, 100.0, 2.0, 100.0));
		assertThat(buckets(Map.of(1.0, 100.0, 2.0, 110.0)).since(before).quantile(0.5)).isEqualTo(1.5);
		assertThat(before.since(before).quantile(0.5)).isNaN();
	}

	@Test
	void metersOfSeveralTagsAreAdded() {
		Meter meter = new Meter("a_bucket", Map.of("le", "+Inf"), 2);
		assertThat(Buckets.of(List.of(meter, meter)).counts())
			.containsExactly(Map.entry(Double.POSITIVE_INFINITY, 4.0));
	}

	private static Buckets buckets(Map<Double, Double> counts) {
		return new Buckets(new TreeMap<>(counts));
	}

}
