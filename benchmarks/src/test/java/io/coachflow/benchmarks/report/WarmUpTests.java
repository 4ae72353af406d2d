package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WarmUpTests {

	/** 0, 10, 20 and so on. */
	private static final WarmUp CURVE = new WarmUp("newer", "new.jar",
			LongStream.range(0, 60).map((i) -> 10 * i).boxed().toList(), 1000);

	@Test
	void comparesTheSecondsFromFiveToFifteenWithWarm() {
		assertThat(CURVE.early()).isEqualTo(95);
		assertThat(CURVE.ratio()).isEqualTo(0.095);
	}

	@Test
	void tabulatesTenSecondsInARow() {
		WarmUp other = new WarmUp("baseline", "old.jar", CURVE.stepsPerSecond().reversed(), 500);
		assertThat(WarmUpTable.of(List.of(CURVE, other)).markdown()).contains(
				"| seconds after readiness | newer (new.jar) | baseline (old.jar) |",
				"| steps/s in seconds 5 to 15 ÷ warm | 0.10 | 0.99 |",
				"| 50 to 60 | 500 510 520 530 540 550 560 570 580 590 | 90 80 70 60 50 40 30 20 10 0 |");
	}

	@Test
	void drawsALineForEachVersionAndADashedOneWhereItEndsUp() {
		String svg = new WarmUpPicture(List.of(CURVE, CURVE)).svg();
		assertThat(svg).startsWith("<svg").endsWith("</svg>\n").contains("newer: 95 in seconds 5 to 15, warm 1,000");
		assertThat(List.of(svg.split("<polyline points="))).hasSize(3)
			.last()
			.asString()
			.startsWith("\"64.7,270.0 74.0,268.0 ");
		assertThat(svg.split("stroke-dasharray")).hasSize(3);
	}

}
