package io.coachflow.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenLoopTests {

	@Test
	void callsAreDueAtEqualDistancesHoweverLateTheyAreTaken() throws InterruptedException {
		OpenLoop loop = new OpenLoop(Duration.ofMillis(100), 100);
		loop.begin();
		List<Long> due = new ArrayList<>(List.of(loop.awaitNext()));
		Thread.sleep(35);
		for (long next = loop.awaitNext(); next != Long.MIN_VALUE; next = loop.awaitNext()) {
			due.add(next);
		}
		assertThat(due).hasSize(10);
		assertThat(due.getLast() - due.getFirst()).isEqualTo(90_000_000);
	}

}
