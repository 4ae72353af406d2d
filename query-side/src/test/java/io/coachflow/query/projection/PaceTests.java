package io.coachflow.query.projection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private static final Duration TOOK = Duration.ofMillis(20);

	private final AtomicLong head = new AtomicLong(7);

	@Test
	void theEventsOfABusyLogGather() {
		assertThat(Lane.TABLES.pace().after(8, false, TOOK)).isEqualTo(Duration.ofMillis(130));
		assertThat(Lane.SEARCH.pace().after(8, false, TOOK)).isEqualTo(Duration.ofMillis(980));
	}

	@Test
	void thoseOfAQuietLogPassAtOnceAndSoDoThoseThatWaitAlready() {
		assertThat(Lane.TABLES.pace().after(7, false, TOOK)).isZero();
		assertThat(Lane.TABLES.pace().after(500, true, TOOK)).isZero();
	}

	@Test
	void aRebuildRestsWhileTheLogGrows() {
		Pace rebuild = new RebuildPace(this.head::get);

		assertThat(rebuild.after(500, true, TOOK)).isZero();
		assertThat(rebuild.after(500, true, TOOK)).isZero();
		this.head.incrementAndGet();
		assertThat(rebuild.after(500, true, TOOK)).isEqualTo(Duration.ofMillis(75));
		assertThat(rebuild.after(500, true, TOOK)).isZero();
		this.head.incrementAndGet();
		assertThat(rebuild.after(2_000, true, TOOK)).isEqualTo(Duration.ofMillis(300));
	}

}
