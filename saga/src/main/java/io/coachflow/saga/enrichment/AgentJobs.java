package io.coachflow.saga.enrichment;

/**
 * Schedules jobs.
 */
interface AgentJobs {

	/**
	 * Schedules a job to run once the current transaction has committed. A job that is
	 * already scheduled stays as it is.
	 */
	void schedule(AgentJob job);

	/**
	 * Makes the package's jobs that wait for a retry run once the current transaction has
	 * committed.
	 */
	void hasten(String packageId);

}
