package io.coachflow.console.chart;

import java.util.List;
import java.util.Locale;

import io.coachflow.console.chart.BarChart.Datum;
import io.coachflow.console.chart.LineChart.Point;
import io.coachflow.console.chart.LineChart.Series;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	@Test
	void anAxisEndsAtARoundNumberThatNoValueExceeds() {
		assertThat(Scale.of(10).top()).isEqualTo(10);
		assertThat(Scale.of(11).top()).isEqualTo(20);
		assertThat(Scale.of(0.3).top()).isGreaterThanOrEqualTo(0.3).isLessThanOrEqualTo(0.51);
		assertThat(Scale.of(9e15).top()).isEqualTo(1e16);
		assertThat(Scale.of(0).top()).isEqualTo(1);
		assertThat(Scale.of(Double.NaN).top()).isEqualTo(1);
	}

	@Test
	void aBarIsAsLongAsItsValue() {
		BarChart chart = BarChart.of(List.of(new Datum("a", 10, "10"), new Datum("b", 5, "5"), new Datum("c", 0, "0")));
		assertThat(chart.bars()).extracting(BarChart.Bar::width).containsExactly(530.0, 265.0, 0.0);
		assertThat(chart.height()).isEqualTo(144);
	}

	@Test
	void noBarLeavesTheViewBox() {
		BarChart chart = BarChart.of(List.of(new Datum("a", 123_456_789_012.0, "123,456,789,012")));
		assertThat(chart.bars().getFirst().width()).isBetween(1.0, 530.0);
		assertThat(BarChart.of(List.of()).bars()).isEmpty();
	}

	@Test
	void aLineGoesFromEdgeToEdge() {
		LineChart chart = LineChart.of(List.of("Mon", "Tue", "Wed"), List.of(new Series("n", List.of(0, 5, 10))),
				Locale.ENGLISH);
		assertThat(chart.lines().getFirst().points()).isEqualTo("70.0,208.0 349.0,112.0 628.0,16.0");
		assertThat(chart.first()).isEqualTo("Mon");
		assertThat(chart.last()).isEqualTo("Wed");
	}

	@Test
	void onePointIsInTheMiddleAndNoneIsNothing() {
		LineChart one = LineChart.of(List.of("Mon"), List.of(new Series("n", List.of(1))), Locale.ENGLISH);
		assertThat(one.lines().getFirst().marks()).containsExactly(new Point(349, 16));
		assertThat(one.last()).isEmpty();
		LineChart none = LineChart.of(List.of(), List.of(new Series("n", List.of())), Locale.ENGLISH);
		assertThat(none.lines().getFirst().points()).isEmpty();
	}

	@Test
	void bigNumbersAreShort() {
		assertThat(Numbers.shortText(2_500_000, Locale.ENGLISH)).isEqualTo("2.5M");
		assertThat(Numbers.shortText(2_500, Locale.ENGLISH)).isEqualTo("2,500");
	}

}
