package io.coachflow.console.operations;

import java.time.Duration;
import java.util.List;

import io.coachflow.console.operations.ProjectionTable.Row;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionTableTests {

	private static final Duration SHOWN = Duration.ofMinutes(5);

	@Test
	void aLiveReadModelMayBeRebuilt() {
		Row row = row(Samples.projection("funnel", "live", 0, null));
		assertThat(row.canRebuild()).isTrue();
		assertThat(row.canRollBack()).isFalse();
		assertThat(row.progress()).isNull();
	}

	@Test
	void whatActsOnEventsIsNeverRebuilt() {
		assertThat(row(new ProjectionView("kafka", "live", false, 1, 1, 0, 0, 1, 1, null, 0, null, null)).canRebuild())
			.isFalse();
	}

	@Test
	void aRebuildTellsHowFarItIsAndMayBeRolledBack() {
		Row row = row(Samples.projection("funnel", "rebuilding", 0, Samples.rebuild(49.1, 125L, 0)));
		assertThat(row.progress().percent()).isEqualTo(49.1);
		assertThat(row.progress().left()).isEqualTo(new TimeLeft("operations.time.minutes", 2, 5));
		assertThat(row.canRebuild()).isFalse();
		assertThat(row.canRollBack()).isTrue();
		assertThat(row.isAwaiting()).isFalse();
	}

	@Test
	void aRebuildThatIsBeingPreparedHasNoTimeYet() {
		Row row = row(Samples.projection("funnel", "preparing", 0, null));
		assertThat(row.progress().percent()).isZero();
		assertThat(row.progress().left().key()).isEqualTo("operations.time.unknown");
	}

	@Test
	void aRebuildThatAwaitsAWordIsConfirmedOrRolledBackFirst() {
		Row row = row(Samples.projection("funnel", "awaiting_confirmation", 0, Samples.rebuild(100, 0L, 0)));
		assertThat(row.isAwaiting()).isTrue();
		assertThat(row.canRollBack()).isTrue();
		assertThat(row.canRebuild()).isFalse();
		assertThat(row.progress()).isNull();
	}

	@Test
	void aStateOfALaterVersionIsNotAnError() {
		assertThat(row(Samples.projection("funnel", "<b>resting</b>", 0, null)).state()).isEqualTo("unknown");
	}

	@Test
	void thoseThatNeedAnOperatorAreCounted() {
		ProjectionTable table = table(List.of(Samples.failing("java.lang.IllegalStateException"),
				Samples.projection("funnel", "rebuilding", 3, Samples.rebuild(1, null, 0))));
		assertThat(table.failing()).isEqualTo(1);
		assertThat(table.working()).isEqualTo(1);
	}

	@Test
	void theLagIsDrawnOverTheLastMinutes() {
		ProjectionList before = new ProjectionList(List.of(Samples.projection("funnel", "live", 8, null)));
		ProjectionList now = new ProjectionList(List.of(Samples.projection("funnel", "live", 0, null)));
		Row row = ProjectionTable
			.of(now, List.of(LagSample.of(Samples.NOON.minus(SHOWN), before), LagSample.of(Samples.NOON, now)), SHOWN,
					Samples.NOON)
			.rows()
			.getFirst();
		assertThat(row.lag()).isEqualTo(new Sparkline(List.of("2.0,2.0 238.0,46.0"), 8));
	}

	private static Row row(ProjectionView view) {
		return table(List.of(view)).rows().getFirst();
	}

	private static ProjectionTable table(List<ProjectionView> views) {
		return ProjectionTable.of(new ProjectionList(views), List.of(), SHOWN, Samples.NOON);
	}

}
