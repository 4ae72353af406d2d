package io.coachflow.benchmarks.upgrade;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.coachflow.benchmarks.upgrade.OldSession.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OldSessionTests {

	@Test
	void aHundredHaveEveryKindAtEveryStep() {
		Map<Kind, Long> kinds = IntStream.range(0, 100)
			.mapToObj(Kind::of)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		assertThat(kinds).isEqualTo(
				Map.of(Kind.COMPLETED, 20L, Kind.MIDDLE, 65L, Kind.DELETED, 5L, Kind.EXPIRED, 5L, Kind.RESUMED, 5L));
		assertThat(IntStream.range(0, 100).filter((number) -> Kind.of(number) == Kind.MIDDLE).map(OldSession::answers))
			.contains(0, 1, 2, 3, 4);
	}

}
