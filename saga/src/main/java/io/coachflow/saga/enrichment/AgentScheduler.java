package io.coachflow.saga.enrichment;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/**
 * Starts running jobs, where that is among the node's roles, once everything that they
 * need has started, and stops before it stops.
 */
class AgentScheduler implements SmartLifecycle {

	/** That of the web server's requests: jobs and requests end side by side. */
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

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

	/** On a thread of its own, so that whoever waits for it can give up. */
	@Override
	public void stop(Runnable callback) {
		Thread.ofPlatform().name("agents-stop").daemon().start(() -> {
			try {
				stop();
			}
			finally {
				callback.run();
			}
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
