package io.coachflow.app.warmup;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.contracts.node.Stopping;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WarmUpTests {

	private static final NodeRoles API = NodeRoles.parse("api");

	private final AtomicInteger sessions = new AtomicInteger();

	@Test
	void practisesUntilTheTimeIsOver() {
		long begun = System.nanoTime();
		run(this.sessions::incrementAndGet, Duration.ofMillis(50), API, () -> false);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
		assertThat(this.sessions).hasPositiveValue();
	}

	@Test
	void endsWhenTheNodeStops() {
		run(this.sessions::incrementAndGet, Duration.ofMinutes(1), API, () -> this.sessions.get() == 3);
		assertThat(this.sessions).hasValue(3);
	}

	@Test
	void aFailureLeavesTheStartAlone() {
		run(() -> {
			throw new IllegalStateException("on purpose");
		}, Duration.ofMinutes(1), API, () -> false);
	}

	@Test
	void doesNothingWithoutTimeOrRequests() {
		run(this.sessions::incrementAndGet, Duration.ZERO, API, () -> false);
		run(this.sessions::incrementAndGet, Duration.ofMinutes(1), NodeRoles.parse("projections"), () -> false);
		assertThat(this.sessions).hasValue(0);
	}

	@Test
	void refusesATimeOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WarmUpProperties(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new WarmUpProperties(Duration.ofSeconds(61)))
			.withMessageContaining("coachflow.warm-up.time");
	}

	private static void run(Practice practice, Duration time, NodeRoles roles, Stopping stopping) {
		new WarmUp(practice, new WarmUpProperties(time), roles, stopping).run(new DefaultApplicationArguments());
	}

}
