package io.coachflow.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service's own timer from commit to reader: of each processor the cumulative counts
 * by upper bound in seconds, as its histogram at {@code /actuator/prometheus} tells them.
 *
 * @param counts by processor, then by upper bound
 */
public record CommitToReader(Map<String, TreeMap<Double, Double>> counts) {

	private static final Pattern BUCKET = Pattern
		.compile("(?m)^coachflow_log_commit_to_reader_seconds_bucket\\{([^}]*)} (\\S+)");

	private static final Pattern PROCESSOR = Pattern.compile("processor=\"([^\"]*)\"");

	private static final Pattern BOUND = Pattern.compile("le=\"([^\"]*)\"");

	/** Reads the text format. */
	public static CommitToReader parse(String metrics) {
		Map<String, TreeMap<Double, Double>> counts = new TreeMap<>();
		Matcher bucket = BUCKET.matcher(metrics);
		while (bucket.find()) {
			String bound = first(BOUND, bucket.group(1));
			counts.computeIfAbsent(first(PROCESSOR, bucket.group(1)), (_) -> new TreeMap<>())
				.merge(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
						Double.parseDouble(bucket.group(2)), Double::sum);
		}
		return new CommitToReader(counts);
	}

	/** What was counted since an earlier reading. */
	public CommitToReader since(CommitToReader earlier) {
		Map<String, TreeMap<Double, Double>> difference = new TreeMap<>();
		this.counts.forEach((processor, buckets) -> {
			TreeMap<Double, Double> before = earlier.counts.getOrDefault(processor, new TreeMap<>());
			TreeMap<Double, Double> since = new TreeMap<>();
			buckets.forEach((bound, count) -> since.put(bound, count - before.getOrDefault(bound, 0.0)));
			difference.put(processor, since);
		});
		return new CommitToReader(difference);
	}

	/**
	 * A percentile of each processor in milliseconds, linear inside its bucket as
	 * Prometheus has it; infinite above the last bound. Processors that saw nothing are
	 * left out.
	 * @param percentile 0 to 100
	 */
	public Map<String, Double> millis(double percentile) {
		Map<String, Double> millis = new TreeMap<>();
		this.counts.forEach((processor, buckets) -> {
			double total = buckets.isEmpty() ? 0 : buckets.lastEntry().getValue();
			if (total > 0) {
				millis.put(processor, 1000 * seconds(buckets, total * percentile / 100));
			}
		});
		return millis;
	}

	private static double seconds(TreeMap<Double, Double> buckets, double rank) {
		double lowerBound = 0;
		double lowerCount = 0;
		for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
			if (bucket.getValue() >= rank) {
				double inside = bucket.getValue() - lowerCount;
				return (bucket.getKey().isInfinite() || inside <= 0) ? bucket.getKey()
						: lowerBound + (bucket.getKey() - lowerBound) * (rank - lowerCount) / inside;
			}
			lowerBound = bucket.getKey();
			lowerCount = bucket.getValue();
		}
		return Double.POSITIVE_INFINITY;
	}

	private static String first(Pattern pattern, String labels) {
		Matcher matcher = pattern.matcher(labels);
		return matcher.find() ? matcher.group(1) : "";
	}

}
