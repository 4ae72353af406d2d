package io.coachflow.app;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs all recurring jobs, on platform threads, some at a time: the virtual scheduler of
 * Spring runs all of them on one. When the application closes, a job at work is
 * interrupted at once, where Spring waits for it until the phase's time is up.
 */
class RecurringWork extends ThreadPoolTaskScheduler {

	@Override
	public void initiateShutdown() {
		shutdown();
	}

}
