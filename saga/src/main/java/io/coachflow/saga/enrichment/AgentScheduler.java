package io.coachflow.saga.enrichment;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.SmartLifecycle;

/**
 * Starts running jobs, where that is among the node's roles, once everything that they
 * need has started, and stops before it stops.
 */
class AgentScheduler implements SmartLifecycle {

	private final Scheduler scheduler;

	private final boolean hasRole;

	private volatile boolean running;

	AgentScheduler(Scheduler scheduler, boolean hasRole) {
		this.scheduler = scheduler;
		this.hasRole = hasRole;
	}

	@Override
	public boolean isAutoStartup() {
		return this.hasRole;
	}

	@Override
	public void start() {
		this.scheduler.start();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.scheduler.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Phase.INSTRUCTION_COMPONENTS + 1;
	}

}
