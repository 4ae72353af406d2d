package io.coachflow.console.operations;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeterViewTests {

	private static final Duration HOUR = Duration.ofHours(1);

	@Test
	void aSampleHasTheCallsOfUsersAlone() {
		MeterSample sample = sample(0, 1, 100, 40, 9);
		assertThat(sample.calls()).isEqualTo(new MeterSample.Calls(103, 3, 2, 0.25));
		assertThat(sample.events().consumers()).isEqualTo(2);
		assertThat(sample.agents().done()).isEqualTo(9);
		assertThat(sample.agents().lastEnd()).isEqualTo("2025-11-28T07:00:00Z");
	}

	@Test
	void aTextWithoutTheMetersIsZero() {
		MeterView view = MeterView.of(List.of(MeterSample.of(Samples.NOON, "")), HOUR);
		assertThat(view.latest().calls().count()).isZero();
		assertThat(view.meanMillis()).isNull();
		assertThat(view.lastRun()).isNull();
	}

	@Test
	void oneSampleHasNoLineYet() {
		MeterView view = MeterView.of(List.of(sample(0, 1, 100, 40, 9)), HOUR);
		assertThat(view.begun()).isFalse();
		assertThat(view.since()).isEqualTo("2026-11-22T12:00:00Z");
		assertThat(view.lines()).hasSize(Figure.values().length).allSatisfy((line) -> {
			assertThat(line.latest()).isNull();
			assertThat(line.drawing().lines()).isEmpty();
		});
	}

	@Test
	void whatHappenedBetweenTwoSamplesIsAPoint() {
		MeterView view = MeterView.of(List.of(sample(0, 1, 100, 40, 9), sample(15, 1, 130, 70, 12)), HOUR);
		assertThat(latest(view, Figure.CALLS)).isEqualTo(2);
		assertThat(latest(view, Figure.LATENCY)).isEqualTo(20, within(1e-6));
		assertThat(latest(view, Figure.EVENTS)).isEqualTo(2);
		assertThat(latest(view, Figure.READERS)).isEqualTo(4.8, within(1e-6));
		assertThat(latest(view, Figure.AGENTS)).isEqualTo(12);
	}

	@Test
	void withoutCallsThereIsNoTimeOfThem() {
		MeterView view = MeterView.of(List.of(sample(0, 1, 100, 40, 9), sample(15, 1, 100, 40, 9)), HOUR);
		assertThat(latest(view, Figure.CALLS)).isZero();
		assertThat(latest(view, Figure.LATENCY)).isNull();
		assertThat(latest(view, Figure.READERS)).isNull();
	}

	@Test
	void whileNobodyLookedAndAfterARestartTheLineHasAGap() {
		MeterView view = MeterView
			.of(List.of(sample(0, 1, 100, 0, 0), sample(15, 1, 130, 0, 0), sample(600, 1, 900, 0, 0),
					sample(615, 1, 930, 0, 0), sample(630, 2, 5, 0, 0), sample(645, 2, 20, 0, 0)), HOUR);
		MeterView.Line calls = view.lines().getFirst();
		assertThat(calls.drawing().lines()).hasSize(3);
		assertThat(calls.drawing().highest()).isEqualTo(2);
		assertThat(calls.latest()).isEqualTo(1);
	}

	private static Double latest(MeterView view, Figure figure) {
		return view.lines().get(figure.ordinal()).latest();
	}

	private static MeterSample sample(long second, double process, double calls, double events, double runs) {
		return MeterSample.of(Samples.NOON.plusSeconds(second), Samples.meters(process, calls, events, runs));
	}

}
