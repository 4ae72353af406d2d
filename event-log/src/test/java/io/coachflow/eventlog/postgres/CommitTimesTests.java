package io.coachflow.eventlog.postgres;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommitTimesTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final CommitTimes times = new CommitTimes(this.registry);

	@Test
	void theFirstReaderOfAnEventCounts() {
		this.times.committed(3, 4);

		this.times.seen(3);
		this.times.seen(3);
		this.times.seen(4);

		Timer timer = this.registry.get("coachflow.log.commit.to.reader").timer();
		assertThat(timer.count()).isEqualTo(2);
		assertThat(timer.max(TimeUnit.MINUTES)).isLessThan(1);
	}

	@Test
	void eventsOfOtherNodesAndOldOnesAreNotTimed() {
		this.times.committed(3, 3);
		this.times.committed(3 + 8192, 3 + 8192);

		this.times.seen(2);
		this.times.seen(3);

		assertThat(this.registry.get("coachflow.log.commit.to.reader").timer().count()).isZero();
	}

}
