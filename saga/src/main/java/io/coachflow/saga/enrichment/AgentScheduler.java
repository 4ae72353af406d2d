package io.coachflow.saga.enrichment;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/**
 * Runs jobs on nodes with the role {@code enrichment}: starts after everything that jobs
 * need, and stops before it.
 */
class AgentScheduler implements SmartLifecycle {

	/** The phase in which the web server ends its requests: jobs end at the same time. */
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

	/** Stops on a thread of its own, so that the caller's timeout applies. */
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
