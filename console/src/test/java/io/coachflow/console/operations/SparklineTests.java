package io.coachflow.console.operations;

import java.time.Instant;
import java.util.List;

import io.coachflow.console.operations.Sparkline.Point;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SparklineTests {

	private static final Instant FROM = Samples.NOON;

	private static final Instant TO = FROM.plusSeconds(100);

	@Test
	void theHighestValueTouchesTheTop() {
		Sparkline line = draw(point(0, 0), point(50, 4), point(100, 2));
		assertThat(line.lines()).containsExactly("2.0,46.0 120.0,2.0 238.0,24.0");
		assertThat(line.highest()).isEqualTo(4);
	}

	@Test
	void zerosLieAtTheBottom() {
		assertThat(draw(point(0, 0), point(100, 0)).lines()).containsExactly("2.0,46.0 238.0,46.0");
	}

	@Test
	void aGapEndsALine() {
		assertThat(draw(point(0, 1), point(10, 1), point(20, Double.NaN), point(50, 1)).lines())
			.containsExactly("2.0,2.0 25.6,2.0", "120.0,2.0 121.0,2.0");
	}

	@Test
	void withoutPointsThereIsNoLine() {
		assertThat(draw()).isEqualTo(new Sparkline(List.of(), 0));
		assertThat(draw(point(0, Double.NaN)).lines()).isEmpty();
	}

	@Test
	void whatIsOutsideStaysInTheField() {
		assertThat(draw(point(-10, 1), point(200, 1)).lines()).containsExactly("2.0,2.0 238.0,2.0");
	}

	private static Sparkline draw(Point... points) {
		return Sparkline.of(List.of(points), FROM, TO);
	}

	private static Point point(long second, double value) {
		return new Point(FROM.plusSeconds(second), value);
	}

}
