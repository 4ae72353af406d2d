package io.coachflow.saga.enrichment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.Mockito;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.willThrow;

class AgentSchedulerTests {

	private final Scheduler scheduler = Mockito.mock(Scheduler.class);

	@Test
	void startsByItselfWhereThatIsTheNodesRole() {
		assertThat(new AgentScheduler(this.scheduler, true).isAutoStartup()).isTrue();
		assertThat(new AgentScheduler(this.scheduler, false).isAutoStartup()).isFalse();
	}

	@Test
	void runsFromItsStartToItsStop() {
		AgentScheduler agents = new AgentScheduler(this.scheduler, true);
		assertThat(agents.isRunning()).isFalse();

		agents.start();
		assertThat(agents.isRunning()).isTrue();
		agents.stop();

		assertThat(agents.isRunning()).isFalse();
		InOrder order = Mockito.inOrder(this.scheduler);
		order.verify(this.scheduler).start();
		order.verify(this.scheduler).stop();
	}

	@Test
	void doesNotRunWhereItCouldNotStart() {
		AgentScheduler agents = new AgentScheduler(this.scheduler, true);
		willThrow(new IllegalStateException("no table")).given(this.scheduler).start();

		assertThatIllegalStateException().isThrownBy(agents::start);
		assertThat(agents.isRunning()).isFalse();
	}

	@Test
	void whoeverStopsItIsTold() throws InterruptedException {
		CountDownLatch told = new CountDownLatch(1);
		willThrow(new IllegalStateException("no connection")).given(this.scheduler).stop();

		new AgentScheduler(this.scheduler, true).stop(told::countDown);

		assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
	}

	/** Requests and jobs end at the same time, and what they need ends after them. */
	@Test
	void stopsBeforeWhatItNeeds() {
		assertThat(new AgentScheduler(this.scheduler, true).getPhase()).isEqualTo(SmartLifecycle.DEFAULT_PHASE - 1024);
	}

}
