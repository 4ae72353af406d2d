package io.coachflow.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.coachflow.console.operations.Sparkline.Point;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import io.coachflow.contracts.rest.RebuildView;
import org.jspecify.annotations.Nullable;

/**
 * The projections as the page shows them.
 *
 * @param failing how many retry the same events
 * @param working how many are rebuilt or await confirmation
 */
record ProjectionTable(List<Row> rows, long failing, long working) {

	private static final String FAILING = "failing";

	private static final String AWAITING = "awaiting_confirmation";

	private static final Set<String> IN_WORK = Set.of("preparing", "rebuilding");

	private static final Set<String> KNOWN = Set.of("live", FAILING, "preparing", "rebuilding", AWAITING);

	/**
	 * A projection.
	 *
	 * @param state the state's key in messages
	 * @param lag the lag in events over the last minutes
	 * @param progress of a rebuild under way; null if none is
	 */
	record Row(ProjectionView view, String state, Sparkline lag, @Nullable Progress progress) {

		/**
		 * A rebuild may begin. Not while another one awaits confirmation: it would
		 * confirm that one on the way.
		 */
		public boolean canRebuild() {
			return this.view.rebuildable() && this.progress == null && !isAwaiting();
		}

		public boolean isAwaiting() {
			return AWAITING.equals(this.view.state());
		}

		public boolean canRollBack() {
			return this.progress != null || isAwaiting();
		}

	}

	/**
	 * How far a rebuild is.
	 *
	 * @param percent 0 to 100
	 */
	record Progress(double percent, TimeLeft left, @Nullable String error) {
	}

	static ProjectionTable of(ProjectionList list, List<LagSample> samples, Duration shown, Instant now) {
		List<Row> rows = list.projections()
			.stream()
			.map((view) -> new Row(view, KNOWN.contains(view.state()) ? view.state() : "unknown",
					Sparkline.of(points(view.name(), samples), now.minus(shown), now), progress(view)))
			.toList();
		return new ProjectionTable(rows, rows.stream().filter((row) -> row.state().equals(FAILING)).count(),
				rows.stream().filter(Row::canRollBack).count());
	}

	private static @Nullable Progress progress(ProjectionView view) {
		if (!IN_WORK.contains(view.state())) {
			return null;
		}
		RebuildView rebuild = view.rebuild();
		return (rebuild != null) ? new Progress(Math.clamp(rebuild.progressPercent(), 0, 100),
				TimeLeft.of(rebuild.secondsLeft()), rebuild.error()) : new Progress(0, TimeLeft.of(null), null);
	}

	private static List<Point> points(String name, List<LagSample> samples) {
		return samples.stream().map((sample) -> {
			Long events = sample.events().get(name);
			return new Point(sample.at(), (events != null) ? events : Double.NaN);
		}).toList();
	}

}
