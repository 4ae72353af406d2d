package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.report.HangingModel;
import io.coachflow.benchmarks.servers.SilentProvider;

/** Part h: a coach whose model never answers against one without a model. */
final class ModelPhase {

	/** The service's own default. */
	private static final double BUDGET_MILLIS = 2_000;

	private final Plan plan;

	private final Progress progress;

	ModelPhase(Plan plan, Progress progress) {
		this.plan = plan;
		this.progress = progress;
	}

	HangingModel measure(Service without, Service hanging, SilentProvider provider)
			throws IOException, InterruptedException, SQLException {
		LoadResult first = hanging.closed(Plan.CONNECTIONS, this.plan.turn());
		this.progress.say("a model that never answers: p99 %,.0f ms, longest %,.0f ms in the first run"
			.formatted(first.latency().p99(), first.latency().max()));
		UntilWarm.load(without, Plan.CONNECTIONS, this.plan.warmUp());
		UntilWarm.load(hanging, Plan.CONNECTIONS, this.plan.warmUp());
		HangingModel result = new HangingModel(BUDGET_MILLIS, first,
				new TurnTaking(this.plan, this.progress).measure(without, hanging));
		if (provider.asked() == 0) {
			throw new IOException("The model was never asked: nothing was measured");
		}
		return result;
	}

}
