package io.coachflow.app;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs the recurring jobs on several platform threads: with virtual threads, Spring would
 * run all of them on one. When the application closes, running jobs are interrupted at
 * once: Spring would wait for them until the phase times out.
 */
class RecurringWork extends ThreadPoolTaskScheduler {

	@Override
	public void initiateShutdown() {
		shutdown();
	}

}
