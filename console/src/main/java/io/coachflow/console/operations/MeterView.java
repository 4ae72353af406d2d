package io.coachflow.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.console.operations.Sparkline.Point;
import org.jspecify.annotations.Nullable;

/**
 * The last hour by the service's own meters, as the page shows it.
 *
 * @param lines one for each figure
 * @param since when the first sample was taken; samples are taken only while somebody
 * looks
 * @param begun whether there are two samples, so that there is something to compare
 * @param latest the latest sample
 * @param meanMillis how long a call took on average since the process began; null before
 * the first
 * @param agentMillis the same of a run of an agent
 * @param lastRun when an agent's run ended last; null before the first
 */
record MeterView(List<Line> lines, OffsetDateTime since, boolean begun, MeterSample latest, @Nullable Double meanMillis,
		@Nullable Double agentMillis, @Nullable OffsetDateTime lastRun) {

	/** A longer time than this without a sample is a gap, because nobody looked. */
	static final Duration GAP = Duration.ofMinutes(1);

	/**
	 * A figure over time.
	 *
	 * @param latest its latest value; null if there is none
	 */
	record Line(Figure figure, Sparkline drawing, @Nullable Double latest) {

		/** The name in messages and in the page. */
		public String id() {
			return this.figure.id();
		}

	}

	/**
	 * The view of samples.
	 * @param samples at least one, the oldest first
	 * @param shown how far back the lines reach
	 */
	static MeterView of(List<MeterSample> samples, Duration shown) {
		MeterSample latest = samples.getLast();
		List<Line> lines = new ArrayList<>();
		for (Figure figure : Figure.values()) {
			List<Point> points = points(figure, samples);
			lines.add(new Line(figure, Sparkline.of(points, latest.at().minus(shown), latest.at()),
					points.isEmpty() ? null : number(points.getLast().value())));
		}
		Instant lastRun = latest.agents().lastEnd();
		return new MeterView(lines, samples.getFirst().at().atOffset(ZoneOffset.UTC), samples.size() > 1, latest,
				number(Figure.mean(latest.calls().seconds(), latest.calls().count())),
				number(Figure.mean(latest.agents().seconds(), latest.agents().done() + latest.agents().failed())),
				(lastRun != null) ? lastRun.atOffset(ZoneOffset.UTC) : null);
	}

	private static List<Point> points(Figure figure, List<MeterSample> samples) {
		List<Point> points = new ArrayList<>();
		for (int i = 1; i < samples.size(); i++) {
			MeterSample before = samples.get(i - 1);
			MeterSample after = samples.get(i);
			points.add(new Point(after.at(), follows(before, after) ? figure.between(before, after) : Double.NaN));
		}
		return points;
	}

	/** Meters of another process, or of one that began again, cannot be compared. */
	private static boolean follows(MeterSample before, MeterSample after) {
		return before.process() == after.process() && Duration.between(before.at(), after.at()).compareTo(GAP) <= 0;
	}

	private static @Nullable Double number(double value) {
		return Double.isNaN(value) ? null : value;
	}

}
