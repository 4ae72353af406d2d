package io.coachflow.eventlog.processor;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoordinatorThreadTests {

	private final CoordinatorThread thread = new CoordinatorThread("test");

	@AfterEach
	void stop() {
		this.thread.shutdownNow();
	}

	@Test
	void looksForSpaceAgainAtOnceRatherThanAfterATenthOfASecond() {
		assertThat(delayOf(100)).isLessThanOrEqualTo(3);
	}

	@Test
	void leavesEveryOtherDelayAsItIs() {
		assertThat(delayOf(500)).isBetween(400L, 500L);
		assertThat(delayOf(5000)).isBetween(4900L, 5000L);
	}

	private long delayOf(long asked) {
		return this.thread.schedule(() -> {
		}, asked, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS);
	}

}
