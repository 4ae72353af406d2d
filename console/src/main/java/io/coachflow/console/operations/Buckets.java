package io.coachflow.console.operations;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A histogram: how many values were at most as large as each bound.
 */
record Buckets(NavigableMap<Double, Double> counts) {

	/**
	 * The histogram of these meters together.
	 * @param meters those whose names end in {@code _bucket}
	 */
	static Buckets of(List<Meter> meters) {
		NavigableMap<Double, Double> counts = new TreeMap<>();
		for (Meter meter : meters) {
			String bound = meter.label("le");
			if (!bound.isEmpty()) {
				counts.merge(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound), meter.value(),
						Double::sum);
			}
		}
		return new Buckets(counts);
	}

	/** What came since an earlier histogram. */
	Buckets since(Buckets earlier) {
		NavigableMap<Double, Double> more = new TreeMap<>();
		this.counts.forEach((bound, count) -> more.put(bound, count - earlier.counts.getOrDefault(bound, 0.0)));
		return new Buckets(more);
	}

	/**
	 * The value below which a share of all values lies, as if those of a bucket lay
	 * evenly in it.
	 * @param share 0 to 1
	 * @return the value; the highest bound for what is above it; NaN if there are no
	 * values
	 */
	double quantile(double share) {
		double all = this.counts.isEmpty() ? 0 : this.counts.lastEntry().getValue();
		if (all <= 0) {
			return Double.NaN;
		}
		double rank = share * all;
		double lower = 0;
		double below = 0;
		for (Map.Entry<Double, Double> bucket : this.counts.entrySet()) {
			if (bucket.getValue() >= rank) {
				double inside = bucket.getValue() - below;
				return Double.isInfinite(bucket.getKey()) ? lower
						: lower + (bucket.getKey() - lower) * ((inside > 0) ? (rank - below) / inside : 1);
			}
			lower = bucket.getKey();
			below = bucket.getValue();
		}
		return lower;
	}

}
